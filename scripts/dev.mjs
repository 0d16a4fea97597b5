import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
install();

/** Server with restart, portal and designer with hot reload; the pages' servers pass /api on to the first. */
const commands = [
  ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'],
  ['node_modules/vite/bin/vite.js', 'runtime/portal', '--port', '5173', '--strictPort'],
  ['node_modules/vite/bin/vite.js', 'designer', '--port', '5174', '--strictPort'],
];
const children = commands.map((command) => spawn(process.execPath, command, { stdio: 'inherit' }));
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
for (const child of children) child.on('exit', stop);
console.log(
  'portal http://127.0.0.1:5173/  designer http://127.0.0.1:5174/designer/  api http://127.0.0.1:3000/api/health',
);
