import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Context } from '../context.ts';
import type { Claim } from './claim-due-rows.ts';
import { loggable } from './failed-try.ts';
import { deliverOutbox } from './outbox-delivery.ts';
import { dropOldRows } from './retention.ts';
import { type FireTimer, fireTimer, runDueTimers } from './timer-jobs.ts';
import { WakeSignal } from './wake-signal.ts';
import { onWork } from './work-announcements.ts';

export interface JobExecutorOptions {
  /** Name of this executor in the locks; unique by itself when left out. */
  readonly owner?: string;
  /** After this time, 5 minutes by default, the jobs of a killed executor are taken over. */
  readonly lockMilliseconds?: number;
  /** What a due timer does; tests hand in their own. */
  readonly fireTimer?: FireTimer;
}

export interface JobsDone {
  readonly timers: number;
  readonly outbox: number;
}

export interface JobExecutor {
  /** Looks for due jobs at once instead of at the end of its rest. */
  wake(): void;
  /** Claims nothing more and waits for what is running. */
  stop(): Promise<void>;
}

const batch = 16;
const shortestRest = 1_000;
const longestRest = 5_000;
const retentionInterval = 3_600_000;

/** Executes everything that is due, and what becomes due by that, until nothing is left. Answers how many tries there were. */
export async function runDueJobs(context: Context, options: JobExecutorOptions = {}): Promise<JobsDone> {
  const round = rounds(context, options);
  const done = { timers: 0, outbox: 0 };
  for (;;) {
    const { timers, outbox } = await round();
    if (timers + outbox === 0) return done;
    done.timers += timers;
    done.outbox += outbox;
  }
}

/**
 * Executes timers, outbox and retention for as long as the process runs. Any number of processes may do so on one
 * database. An error of the database ends nothing: the next round tries again.
 */
export function startJobExecutor(context: Context, options: JobExecutorOptions = {}): JobExecutor {
  const round = rounds(context, options);
  const signal = new WakeSignal();
  const forget = onWork(context.database, () => signal.wake());
  let stopping = false;
  let nextRetention = context.now();

  const work = async (): Promise<boolean> => {
    try {
      if (context.now() >= nextRetention) {
        nextRetention = context.now() + retentionInterval;
        await dropOldRows(context);
      }
      const { timers, outbox } = await round();
      return timers + outbox > 0;
    } catch (error) {
      context.log.error(loggable(error), 'the job executor could not reach its jobs and will try again');
      return false;
    }
  };
  const loop = async () => {
    let rest = shortestRest;
    while (!stopping) {
      const busy = await work();
      if (busy || stopping) rest = shortestRest;
      else rest = (await signal.wait(rest)) ? shortestRest : Math.min(rest * 1.5, longestRest);
    }
  };
  const ended = loop();
  return {
    wake: () => signal.wake(),
    stop: () => {
      stopping = true;
      forget();
      signal.wake();
      return ended;
    },
  };
}

/** One batch of timers and one of the outbox. */
function rounds(context: Context, options: JobExecutorOptions): () => Promise<JobsDone> {
  const claim: Claim = {
    owner: options.owner ?? `${hostname()}:${process.pid}:${randomUUID()}`.slice(-100),
    limit: batch,
    lockMilliseconds: options.lockMilliseconds ?? 300_000,
  };
  const fire = options.fireTimer ?? fireTimer;
  return async () => ({
    timers: await runDueTimers(context, claim, fire),
    outbox: await deliverOutbox(context, claim),
  });
}
