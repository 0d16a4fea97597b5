import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { ApiProvider } from '../../ui/api/api-context.tsx';
import { browserClient } from '../../ui/api/browser-client.ts';
import { problemNamespace, problemResources } from '../../ui/api/problems.ts';
import { worthAnotherTry } from '../../ui/api/use-answer.ts';
import { createI18n } from '../../ui/i18n/setup.ts';
import { sessionEnded } from '../../ui/session/session-state.ts';
import { ThemeProvider } from '../../ui/theme/ThemeProvider.tsx';
import { portalEn } from '../i18n/en.ts';
import { portalZhCN } from '../i18n/zh-CN.ts';
import { AnnouncerProvider } from './announcer.tsx';
import { portalRouter } from './routes.tsx';
import './portal.css';

const i18n = createI18n({
  portal: { 'zh-CN': portalZhCN, en: portalEn },
  [problemNamespace]: problemResources,
});

/** Everything that stands once around all pages: words, theme, API client, cache, routes. */
export function PortalApp() {
  const [client] = useState(() => browserClient(sessionEnded));
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { retry: worthAnotherTry, staleTime: 5_000 },
          mutations: { retry: false },
        },
      }),
  );
  const [router] = useState(portalRouter);
  return (
    <I18nextProvider i18n={i18n}>
      <ThemeProvider>
        <ApiProvider client={client}>
          <QueryClientProvider client={queries}>
            <AnnouncerProvider>
              <RouterProvider router={router} />
            </AnnouncerProvider>
          </QueryClientProvider>
        </ApiProvider>
      </ThemeProvider>
    </I18nextProvider>
  );
}
