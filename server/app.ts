import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import compression from 'compression';
import express, { type Express } from 'express';
import type { Context } from './context.ts';
import type { DemoAccountHint } from './http/demo-account.ts';
import { engineRestRouter } from './http/engine-rest/router.ts';
import { securityHeaders } from './http/headers.ts';
import { health } from './http/health.ts';
import { mount } from './http/mount.ts';
import { problemHandler } from './http/problem.ts';
import { routes } from './http/routes.ts';

export interface AppOptions {
  readonly secureCookies: boolean;
  readonly trustProxy: number;
  readonly workerPassword: string;
  /** Without one nobody administers the engine over /engine-rest. */
  readonly engineRestPassword?: string | undefined;
  /** Folders of the built pages; missing ones are not served. */
  readonly portalFolder?: string;
  readonly designerFolder?: string;
  /** Shown on the sign-in page of a trial. */
  readonly demoAccounts?: readonly DemoAccountHint[];
  /** The server closes: nobody is kept waiting for work any more. */
  readonly closing?: AbortSignal;
}

/** The whole HTTP side, without listening. */
export function createApp(context: Context, options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.set('query parser', 'simple');
  app.use(securityHeaders(options.secureCookies));
  app.use('/api', (_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  app.get('/api/health', health(context, options.demoAccounts ?? []));
  for (const route of routes(options)) mount(app, context, route, options);
  app.use('/engine-rest', engineRestRouter(context, options));
  app.use(['/api', '/engine-rest'], (request) => {
    throw new AppError(
      'not-found',
      `There is no ${request.method} ${request.originalUrl.split('?')[0]} in this API.`,
    );
  });
  servePages(app, '/designer', options.designerFolder);
  servePages(app, '', options.portalFolder);
  app.use(problemHandler(context.log));
  return app;
}

/** A built single-page application: hashed files for ever, its page for every other path below it. */
function servePages(app: Express, base: string, folder: string | undefined): void {
  if (!folder || !existsSync(join(folder, 'index.html'))) return;
  // Only the pages' files: answers that hold a CSRF token beside what a caller sent are not compressed (BREACH).
  app.use(`${base}/assets`, compression());
  app.use(
    `${base}/assets`,
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }),
  );
  app.use(base || '/', express.static(folder, { index: false, maxAge: 0 }));
  app.get(`${base}/{*page}`, (_request, response) => {
    response.setHeader('cache-control', 'no-cache');
    response.sendFile('index.html', { root: folder });
  });
}
