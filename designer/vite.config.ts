import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/designer/',
  plugins: [react()],
  // Form.io's renderer asks for `global`.
  define: { global: 'globalThis' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Form.io and bpmn-js are that large; each is a chunk of its own, loaded with its page.
    chunkSizeWarningLimit: 2600,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
