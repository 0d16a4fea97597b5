import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PortalApp } from './app/portal-app.tsx';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no element #root');
}
createRoot(root).render(
  <StrictMode>
    <PortalApp />
  </StrictMode>,
);
