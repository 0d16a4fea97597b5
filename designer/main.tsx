import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DesignerApp } from './app/designer-app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

createRoot(root).render(
  <StrictMode>
    <DesignerApp />
  </StrictMode>,
);
