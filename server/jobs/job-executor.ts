import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Context } from '../context.ts';
import { archiveInstances } from '../history/archive-instances.ts';
import { engineOf } from '../usecases/engine/engine.ts';
import type { Claim } from './claim-due-rows.ts';
import { loggable } from './failed-try.ts';
import { deliverOutbox } from './outbox-delivery.ts';
import { type PerformJob, performJob, performJobsTogether } from './perform-job.ts';
import { dropOldRows } from './retention.ts';
import { type Performers, runDueJobs as runBatch } from './run-jobs.ts';
import { WakeSignal } from './wake-signal.ts';
import { onWork } from './work-announcements.ts';

export interface JobExecutorOptions {
  /** Name of this executor in the locks; unique by itself when left out. */
  readonly owner?: string;
  /** After this time, 5 minutes by default, the jobs of a killed executor are taken over. */
  readonly lockMilliseconds?: number;
  /** What a due job does; tests hand in their own. */
  readonly perform?: PerformJob;
  /** Finished instances are archived after so many days; never when left out. */
  readonly archiveAfterDays?: number;
  /** How long `stop` waits for what is running, 10 seconds by default; what runs longer is left to its lock. */
  readonly stopMilliseconds?: number;
}

export interface JobsDone {
  readonly jobs: number;
  readonly outbox: number;
}

/** What a round leaves: it found nothing; it did all there was; or more is likely to be due at once. */
type Left = 'nothing' | 'some' | 'more';

export interface JobExecutor {
  /** Looks for due jobs at once instead of at the end of its rest. */
  wake(): void;
  /** Claims nothing more, gives back what was not begun, and waits for what is running, but not for ever. */
  stop(): Promise<void>;
}

const batch = 32;
/** Messages are delivered together, so more of them are taken at once. */
const outboxBatch = 100;
/** Between two rounds: what comes up meanwhile is done together. */
const collecting = 20;
const shortestRest = 1_000;
const longestRest = 5_000;
const retentionInterval = 600_000;
const day = 86_400_000;

/** Executes everything that is due, and what becomes due by that, until nothing is left. Answers how many tries there were. */
export async function runDueJobs(context: Context, options: JobExecutorOptions = {}): Promise<JobsDone> {
  const round = rounds(context, options, () => false);
  const done = { jobs: 0, outbox: 0 };
  for (;;) {
    const { jobs, outbox } = await round();
    if (jobs + outbox === 0) return done;
    done.jobs += jobs;
    done.outbox += outbox;
  }
}

/**
 * Executes jobs, outbox and retention for as long as the process runs. Any number of processes may do so on one
 * database. An error of the database ends nothing: the next round tries again.
 */
export function startJobExecutor(context: Context, options: JobExecutorOptions = {}): JobExecutor {
  let stopping = false;
  const round = rounds(context, options, () => stopping);
  const signal = new WakeSignal();
  const forget = onWork(context.database, () => signal.wake());
  let nextRetention = context.now();

  const work = async (): Promise<Left> => {
    try {
      if (context.now() >= nextRetention) {
        nextRetention = context.now() + retentionInterval;
        await dropOldRows(context);
        if (options.archiveAfterDays !== undefined && engineOf(context).name === 'embedded')
          await archiveInstances(context, {
            endedBefore: context.now() - options.archiveAfterDays * day,
            stopping: () => stopping,
          });
      }
      return (await round()).left;
    } catch (error) {
      context.log.error(loggable(error), 'the job executor could not reach its jobs and will try again');
      return 'nothing';
    }
  };
  const loop = async () => {
    let rest = shortestRest;
    while (!stopping) {
      const done = await work();
      if (done !== 'nothing' || stopping) {
        rest = shortestRest;
        if (done === 'some' && !stopping) await pause(collecting);
      } else rest = (await signal.wait(rest)) ? shortestRest : Math.min(rest * 1.5, longestRest);
    }
  };
  const ended = loop();
  return {
    wake: () => signal.wake(),
    stop: () => {
      stopping = true;
      forget();
      signal.wake();
      return within(options.stopMilliseconds ?? 10_000, ended);
    },
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for `work`, at most so long. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** One batch of jobs and one of the outbox. */
function rounds(
  context: Context,
  options: JobExecutorOptions,
  stopping: () => boolean,
): () => Promise<JobsDone & { readonly left: Left }> {
  const claim: Claim = {
    owner: options.owner ?? `${hostname()}:${process.pid}:${randomUUID()}`.slice(-100),
    limit: batch,
    lockMilliseconds: options.lockMilliseconds ?? 300_000,
  };
  // What tests hand in is done one by one.
  const performers: Performers = options.perform
    ? { perform: options.perform, performTogether: null }
    : { perform: performJob, performTogether: performJobsTogether };
  return async () => {
    const jobs = await runBatch(context, claim, performers, stopping);
    const { together, single } = stopping()
      ? { together: 0, single: 0 }
      : await deliverOutbox(context, { ...claim, limit: outboxBatch });
    // A message that is delivered by itself (a launch, a signal) often brings about the next one.
    const more = single > 0 || jobs >= batch || together >= outboxBatch;
    const outbox = together + single;
    return { jobs, outbox, left: more ? 'more' : jobs + outbox > 0 ? 'some' : 'nothing' };
  };
}
