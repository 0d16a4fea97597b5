import { fileURLToPath } from 'node:url';
import { type ForkedChild, forkChild } from '../forked-child.ts';
import type { FromWorker, ToWorker } from './worker-to-kill.ts';

export interface WorkerCrewOptions {
  /** Of the Camunda 7 REST dialect. */
  readonly baseUrl: string;
  readonly password: string;
  /** Where deliveries and attempts are kept. */
  readonly folder: string;
  readonly lockMilliseconds: number;
  /** Workers at once. */
  readonly size: number;
  /** JavaScript to run instead of the sources. */
  readonly entry?: string;
}

/** External-task workers, each a process. */
export interface WorkerCrew {
  fill(): Promise<void>;
  /** SIGKILL; answers the worker id of the dead. `choose` in [0, 1). */
  killOne(choose: number): Promise<string>;
  /** SIGSTOP: does nothing, keeps what it has locked, and knows nothing of the time that passes. */
  pauseOne(choose: number): { readonly workerId: string; goOn(): void };
  close(): Promise<void>;
}

interface Worker {
  readonly workerId: string;
  readonly child: ForkedChild<ToWorker, FromWorker>;
}

const sources = fileURLToPath(new URL('worker-to-kill.ts', import.meta.url));

export function openWorkerCrew(options: WorkerCrewOptions): WorkerCrew {
  const working: Worker[] = [];
  const startOne = async () => {
    const child = forkChild<ToWorker, FromWorker>(options.entry ?? sources, {
      BASE_URL: options.baseUrl,
      PASSWORD: options.password,
      FOLDER: options.folder,
      LOCK_MILLISECONDS: String(options.lockMilliseconds),
    });
    const { workerId } = await child.said('ready');
    working.push({ workerId, child });
  };
  const chosen = (choose: number): Worker => {
    const worker = working[Math.floor(choose * working.length)];
    if (!worker) throw new Error('no worker lives');
    return worker;
  };
  return {
    fill: async () => {
      await Promise.all(Array.from({ length: options.size - working.length }, startOne));
    },
    killOne: async (choose) => {
      const dead = chosen(choose);
      working.splice(working.indexOf(dead), 1);
      await dead.child.end('SIGKILL');
      return dead.workerId;
    },
    pauseOne: (choose) => {
      const { workerId, child } = chosen(choose);
      child.signal('SIGSTOP');
      return { workerId, goOn: () => child.signal('SIGCONT') };
    },
    close: async () => {
      await Promise.all(working.map(({ child }) => child.end('SIGKILL')));
    },
  };
}
