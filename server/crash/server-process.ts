import { fileURLToPath } from 'node:url';
import type { FromServer, ToServer } from '../testing/server-with-clock.ts';
import { forkChild } from './forked-child.ts';

export interface ServerProcessOptions {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly secret: string;
  /** Variables beside those of every test. */
  readonly env?: Readonly<Record<string, string>>;
  /** JavaScript to run instead of the sources. */
  readonly entry?: string;
}

/** A real server process that the test starts, kills and gives its time. */
export interface ServerProcess {
  /** Opens database, HTTP, jobs and workers, and waits until it answers; answers how many milliseconds that took. */
  start(clockAhead: number): Promise<number>;
  /** Empty before it is started. */
  readonly address: string;
  setClock(clockAhead: number): void;
  /** SIGKILL: no handler runs, nothing is finished, every connection breaks. */
  kill(): Promise<void>;
  /** SIGTERM: resolves with the exit code once the process has finished what it had begun. */
  stop(): Promise<number | null>;
}

/** Of the account of external-task workers. */
export const workerPassword = 'worker-password-of-the-crash-tests';
/** Of the account that deploys. */
export const enginePassword = 'engine-password-of-the-crash-tests';

const sources = fileURLToPath(new URL('../testing/server-with-clock.ts', import.meta.url));

/** Forks a process that has loaded the server's code and waits to be started, so that a killed one is replaced at once. */
export function prepareServer(options: ServerProcessOptions): ServerProcess {
  const child = forkChild<ToServer, FromServer>(options.entry ?? sources, {
    // Its clock jumps by weeks, and the test looks at the tables of the engine.
    ARCHIVE_AFTER_DAYS: '36500',
    DATABASE_URL: options.databaseUrl,
    DATA_FOLDER: options.dataFolder,
    ONEPLAN_SECRET: options.secret,
    WORKER_PASSWORD: workerPassword,
    ENGINE_REST_PASSWORD: enginePassword,
    PORT: '0',
    DEMO: 'on',
    SECURE_COOKIES: 'off',
    LOG_LEVEL: 'fatal',
    ...options.env,
  });
  const loaded = child.said('loaded');
  loaded.catch(() => undefined);
  let address = '';
  return {
    get address() {
      return address;
    },
    start: async (clockAhead) => {
      await loaded;
      const began = performance.now();
      const ready = child.said('ready');
      child.send({ type: 'start', clockAhead });
      address = (await ready).address;
      const health = await fetch(`${address}/api/health`);
      await health.arrayBuffer();
      if (health.status !== 200) throw new Error(`the server that was started says ${health.status}`);
      return performance.now() - began;
    },
    setClock: (clockAhead) => child.send({ type: 'clock', clockAhead }),
    kill: async () => {
      await child.end('SIGKILL');
    },
    stop: () => child.end('SIGTERM'),
  };
}
