import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromServer, ToServer } from '../testing/server-with-clock.ts';

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

/** Of the account that deploys. */
export const enginePassword = 'engine-password-of-the-crash-tests';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = fileURLToPath(new URL('../testing/server-with-clock.ts', import.meta.url));

/** Forks a process that has loaded the server's code and waits to be started, so that a killed one is replaced at once. */
export function prepareServer(options: ServerProcessOptions): ServerProcess {
  const child = fork(options.entry ?? sources, [], {
    cwd: root,
    execArgv: options.entry === undefined ? ['--import', 'tsx'] : [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      // Its clock jumps by weeks, and the test looks at the tables of the engine.
      ARCHIVE_AFTER_DAYS: '36500',
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      DATABASE_URL: options.databaseUrl,
      DATA_FOLDER: options.dataFolder,
      ONEPLAN_SECRET: options.secret,
      WORKER_PASSWORD: 'worker-password-of-the-crash-tests',
      ENGINE_REST_PASSWORD: enginePassword,
      PORT: '0',
      DEMO: 'on',
      SECURE_COOKIES: 'off',
      LOG_LEVEL: 'fatal',
      ...options.env,
    },
  });
  let errors = '';
  child.stderr?.on('data', (text: Buffer) => {
    errors = (errors + text.toString()).slice(-4_000);
  });
  const said = <T extends FromServer['type']>(type: T) => messageOf(child, type, () => errors);
  const loaded = said('loaded');
  loaded.catch(() => undefined);
  const ended = once(child, 'exit');
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
    return child.exitCode;
  };
  let address = '';
  const send = (message: ToServer) => child.connected && child.send(message);
  return {
    get address() {
      return address;
    },
    start: async (clockAhead) => {
      await loaded;
      const began = performance.now();
      const ready = said('ready');
      send({ type: 'start', clockAhead });
      address = (await ready).address;
      const health = await fetch(`${address}/api/health`);
      await health.arrayBuffer();
      if (health.status !== 200) throw new Error(`the server that was started says ${health.status}`);
      return performance.now() - began;
    },
    setClock: (clockAhead) => send({ type: 'clock', clockAhead }),
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

/** The next message of a type; rejects with what the process wrote when it ends before. */
function messageOf<T extends FromServer['type']>(
  child: ChildProcess,
  type: T,
  errors: () => string,
): Promise<Extract<FromServer, { type: T }>> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      child.off('message', heard);
      child.off('exit', gone);
      finish();
    };
    const heard = (message: FromServer) => {
      if (message.type === type) settle(() => resolve(message as Extract<FromServer, { type: T }>));
    };
    const gone = () => settle(() => reject(new Error(`the server ended before it was ${type}: ${errors()}`)));
    child.on('message', heard);
    child.on('exit', gone);
  });
}
