import type { Command } from '@oneplan/runtime/engine/command.ts';
import type { Context } from '../context.ts';
import { lockInstance } from '../persistence/engine/instance-row.ts';
import { executeOnLocked } from '../usecases/engine/execute-command.ts';
import { type Job, type JobKind, takeJob } from './job.ts';
import { startAtTimer } from './start-timer.ts';

/**
 * Does what a job is for and removes it, in the current transaction. Throws when that fails; EngineError TOKEN_GONE
 * or INSTANCE_ENDED when there is nothing to do any more.
 */
export type PerformJob = (context: Context, job: Job) => Promise<void>;

/** The instance row is the first lock, so that jobs of one instance never run side by side. */
const onInstance =
  (commandOf: (job: Job) => Command): PerformJob =>
  async (context, job) => {
    const instance = await lockInstance(context, job.instanceId);
    if (!(await takeJob(context, job)) || !instance) return;
    await executeOnLocked(context, instance, commandOf(job), null);
  };

/** One line a kind. */
const performers: Readonly<Record<JobKind, PerformJob>> = {
  timer: onInstance((job) => ({ type: 'fire-timer', token: job.token })),
  continuation: onInstance((job) => ({ type: 'run-job', token: job.token })),
  'start-timer': startAtTimer,
};

export const performJob: PerformJob = (context, job) => performers[job.kind](context, job);
