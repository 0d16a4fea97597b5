import { ApiProvider } from '@oneplan/runtime/ui/api/api-context.tsx';
import { browserClient } from '@oneplan/runtime/ui/api/browser-client.ts';
import { worthAnotherTry } from '@oneplan/runtime/ui/api/use-answer.ts';
import { sessionEnded } from '@oneplan/runtime/ui/session/session-state.ts';
import { ThemeProvider } from '@oneplan/runtime/ui/theme/ThemeProvider.tsx';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { i18n } from '../i18n/i18n.ts';
import { routes } from '../routes.tsx';
import './designer.css';

/** Everything that stands once around all pages: words, theme, API client, cache, routes. */
export function DesignerApp() {
  const [client] = useState(() => browserClient(sessionEnded));
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // What is being edited is never exchanged for something newer behind one’s back.
          queries: { retry: worthAnotherTry, staleTime: 5_000, refetchOnWindowFocus: false },
          mutations: { retry: false },
        },
      }),
  );
  const [router] = useState(() => createBrowserRouter(routes, { basename: '/designer' }));
  return (
    <I18nextProvider i18n={i18n}>
      <ThemeProvider>
        <ApiProvider client={client}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ApiProvider>
      </ThemeProvider>
    </I18nextProvider>
  );
}
