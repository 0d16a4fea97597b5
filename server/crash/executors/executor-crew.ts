import { fileURLToPath } from 'node:url';
import { type TestContext, testSecret } from '../../testing/test-context.ts';
import { type ForkedChild, forkChild } from '../forked-child.ts';
import type { FromExecutor, ToExecutor } from './executor-with-clock.ts';

export interface CrewOptions {
  /** Executors that work at once. */
  readonly size: number;
  /** After this time the jobs of a killed executor are taken over. */
  readonly lockMilliseconds: number;
  /** JavaScript to run instead of the sources. */
  readonly entry?: string;
}

/** Job executors on one database, each a process. */
export interface ExecutorCrew {
  /** Names in the locks of those that work. */
  readonly owners: readonly string[];
  /** What the clocks of all say, unless one was set by itself. */
  now(): number;
  /** Starts executors until the crew is complete. */
  fill(): Promise<void>;
  /** SIGKILL; answers the name of the dead. `choose` in [0, 1). */
  killOne(choose: number): Promise<string>;
  killAll(): Promise<void>;
  /** Tells those that rest that there is work, as the process does that makes it. */
  wake(): void;
  /** Milliseconds that the clocks are ahead of the context's: of all, or of one (by its place in `owners`). */
  setClock(ahead: number, place?: number): void;
  close(): Promise<void>;
}

interface Executor {
  readonly owner: string;
  readonly child: ForkedChild<ToExecutor, FromExecutor>;
  readonly loaded: Promise<unknown>;
}

const sources = fileURLToPath(new URL('executor-with-clock.ts', import.meta.url));

/** Nobody works before `fill`. The clocks of all begin where the context's stands, and go on. */
export function openCrew(context: TestContext, options: CrewOptions): ExecutorCrew {
  const base = context.now() - Date.now();
  let ahead = 0;
  let made = 0;
  const prepare = (): Executor => {
    const owner = `executor-${++made}`;
    const child = forkChild<ToExecutor, FromExecutor>(options.entry ?? sources, {
      DATABASE_URL: context.databaseUrl,
      DATA_FOLDER: context.filesFolder,
      ONEPLAN_SECRET: testSecret,
      OWNER: owner,
      LOCK_MILLISECONDS: String(options.lockMilliseconds),
    });
    const loaded = child.said('loaded');
    loaded.catch(() => undefined);
    return { owner, child, loaded };
  };
  const working: Executor[] = [];
  /** Loading takes longer than what is to be interrupted: one more waits for each that works. */
  const standby = Array.from({ length: options.size * 2 }, prepare);
  const startOne = async () => {
    const next = standby.shift() ?? prepare();
    standby.push(prepare());
    await next.loaded;
    const ready = next.child.said('ready');
    next.child.send({ type: 'start', clockAhead: base + ahead });
    await ready;
    working.push(next);
  };
  return {
    get owners() {
      return working.map(({ owner }) => owner);
    },
    now: () => Date.now() + base + ahead,
    fill: async () => {
      while (working.length < options.size) await startOne();
    },
    killOne: async (choose) => {
      const [dead] = working.splice(Math.floor(choose * working.length), 1);
      if (!dead) throw new Error('no executor works');
      await dead.child.end('SIGKILL');
      return dead.owner;
    },
    killAll: async () => {
      await Promise.all(working.splice(0).map(({ child }) => child.end('SIGKILL')));
    },
    wake: () => {
      for (const { child } of working) child.send({ type: 'clock', clockAhead: base + ahead });
    },
    setClock: (milliseconds, place) => {
      if (place === undefined) ahead = milliseconds;
      const told = place === undefined ? working : working.slice(place, place + 1);
      for (const { child } of told) child.send({ type: 'clock', clockAhead: base + milliseconds });
    },
    close: async () => {
      await Promise.all([...working, ...standby].map(({ child }) => child.end('SIGKILL')));
    },
  };
}
