import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Context } from '../../context.ts';
import { type EngineRestOptions, engineRestRouter } from './router.ts';

export const workerPassword = 'worker-password-of-the-tests';
export const enginePassword = 'engine-password-of-the-tests';

interface RestAnswer<T> {
  readonly status: number;
  readonly type: string | null;
  readonly body: T;
}

export interface EngineRestServer {
  /** `http://127.0.0.1:<port>/engine-rest` */
  readonly baseUrl: string;
  /** Calls the API as the worker. A text is sent as it is. */
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<RestAnswer<T>>;
  /** The same as the administrator of the engine. */
  manage<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<RestAnswer<T>>;
  close(): Promise<void>;
}

/** The dialect alone, listening on a port of its own: for tests. */
export async function listenEngineRest(
  context: Context,
  options: Partial<EngineRestOptions> = {},
): Promise<EngineRestServer> {
  const app = express();
  app.use(
    '/engine-rest',
    engineRestRouter(context, {
      workerPassword,
      engineRestPassword: enginePassword,
      intervalMilliseconds: 10,
      ...options,
    }),
  );
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/engine-rest`;
  const callAs =
    (account: string, password: string) =>
    async <T>(method: string, path: string, body?: unknown): Promise<RestAnswer<T>> => {
      const multipart = body instanceof FormData;
      const response = await fetch(baseUrl + path, {
        method,
        headers: {
          authorization: `Basic ${Buffer.from(`${account}:${password}`).toString('base64')}`,
          ...(body === undefined || multipart ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined
          ? {}
          : { body: multipart || typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const type = response.headers.get('content-type');
      return {
        status: response.status,
        type,
        body: (type === 'application/json' ? JSON.parse(text) : text) as T,
      };
    };
  return {
    baseUrl,
    call: callAs('worker', workerPassword),
    manage: callAs('engine', enginePassword),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
