import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Me } from '@oneplan/runtime/contracts/api/session.ts';
import { createApp } from '../app.ts';
import { demoPassword, loadDemo } from '../demo/load-demo.ts';
import { loadDemoPlan } from '../demo/load-demo-plan.ts';
import { runDueJobs } from '../jobs/job-executor.ts';
import { startPlatformWorkers } from '../platform-workers.ts';
import { readShippedPlan } from '../usecases/plans/read-shipped-plan.ts';
import { openTestContext, type TestContext } from './test-context.ts';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

interface CallOptions {
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A signed-in browser without the browser: keeps cookie and CSRF token. */
export interface Client {
  readonly me: Me;
  readonly cookie: string;
  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>>;
  send<T = Record<string, unknown>>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    options?: CallOptions,
  ): Promise<Answer<T>>;
}

export interface TestServer {
  readonly context: TestContext;
  readonly address: string;
  signIn(username: string, password?: string): Promise<Client>;
  /** Lets timers, outbox and workers do all that is due now; answers when nothing is left to do. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
export const testWorkerPassword = 'worker-password-of-the-tests';

interface TestServerOptions {
  readonly now?: number;
  /** Serve portal and designer as they were built. */
  readonly pages?: boolean;
  /** The plan of the city, path → text; the shipped one where it is left out; `none`: nobody has a plan yet. */
  readonly plan?: ReadonlyMap<string, string> | 'none';
  /** The districts have not begun anything of their own. */
  readonly cityOnly?: boolean;
}

/** The whole server with demo data on a fresh database, its clock in the test's hands. */
export async function openTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const context = await openTestContext(options);
  const accounts = await loadDemo(context);
  if (options.plan !== 'none')
    await loadDemoPlan(
      context,
      options.plan ?? (await readShippedPlan(root, 'shenzhen-junior-high')),
      options.cityOnly ? { districtCodes: [] } : {},
    );
  const app = createApp(context, {
    secureCookies: false,
    trustProxy: 0,
    workerPassword: testWorkerPassword,
    demoAccounts: accounts.map((account) => ({ ...account, password: demoPassword })),
    ...(options.pages
      ? { portalFolder: `${root}/runtime/portal/dist`, designerFolder: `${root}/designer/dist` }
      : {}),
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const workers = startPlatformWorkers(context, {
    baseUrl: `${address}/engine-rest`,
    password: testWorkerPassword,
  });
  return {
    context,
    address,
    signIn: (username, password = demoPassword) => signIn(address, username, password),
    settle: () => settle(context),
    close: async () => {
      await workers.stop();
      server.close();
      server.closeAllConnections();
      await context.close();
    },
  };
}

interface Waiting {
  readonly kind: string;
  readonly id: string;
  readonly until: number | null;
  readonly error: string | null;
}

/** How long nothing may happen before the clock is moved to the end of a lock or back-off; real time. */
const patience = 3_000;

/**
 * Ends when no timer is due, nothing lies in the outbox and no external task waits; the workers are real, so it
 * polls. A worker that failed, or whose answer got lost, tries again after a time; with a clock that stands still
 * that time would never come, so it is moved there.
 */
async function settle(context: TestContext): Promise<void> {
  const deadline = Date.now() + 45_000;
  let seen = '';
  let since = Date.now();
  for (;;) {
    await runDueJobs(context);
    const waiting = await waitingFor(context);
    if (waiting.length === 0) return;
    const now = JSON.stringify(waiting);
    if (now !== seen) [seen, since] = [now, Date.now()];
    if (Date.now() > deadline) throw new Error(`the server did not settle: ${now}`);
    const next = Math.min(
      ...waiting.flatMap(({ until }) => (until !== null && until > context.now() ? until : [])),
    );
    if (Date.now() - since > patience && Number.isFinite(next)) {
      context.advance(next - context.now() + 1);
      since = Date.now();
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function waitingFor(context: TestContext): Promise<Waiting[]> {
  const rows = await context.sql.all<{
    kind: string;
    id: string;
    until: number | null;
    error: string | null;
  }>(
    `SELECT topic AS kind, id, lock_expires_at AS until, error_message AS error FROM external_task WHERE retries IS NULL OR retries > 0
     UNION ALL SELECT kind, id, lock_expires_at AS until, error_message AS error FROM outbox WHERE delivered_at IS NULL
     UNION ALL SELECT kind, id, lock_expires_at AS until, error_message AS error FROM job WHERE due_at <= ? AND retries > 0`,
    [context.now()],
  );
  return rows.map((row) => ({ ...row, until: row.until === null ? null : Number(row.until) }));
}

/** Signs in like a browser. */
export async function signIn(address: string, username: string, password: string): Promise<Client> {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (response.status !== 200)
    throw new Error(`sign-in of ${username}: ${response.status} ${await response.text()}`);
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const me = (await response.json()) as Me;
  const call = async <T>(
    method: string,
    path: string,
    { body, key, headers }: CallOptions = {},
  ): Promise<Answer<T>> => {
    const raw = body instanceof Uint8Array;
    const answer = await fetch(address + path, {
      method,
      headers: {
        cookie,
        ...(method === 'GET' ? {} : { 'x-csrf-token': me.csrfToken, 'idempotency-key': key ?? randomUUID() }),
        ...(body === undefined
          ? {}
          : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      body: (json ? JSON.parse(text) : { text }) as T,
      headers: answer.headers,
    };
  };
  return {
    me,
    cookie,
    get: (path) => call('GET', path),
    send: (method, path, options) => call(method, path, options),
  };
}
