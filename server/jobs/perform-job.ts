import type { Command } from '@oneplan/runtime/engine/command.ts';
import type { Context } from '../context.ts';
import type { CommandOrder } from '../engine-port.ts';
import { lockInstance, lockInstances } from '../persistence/engine/instance-row.ts';
import { WriteBatch } from '../persistence/write-batch.ts';
import { engineOf } from '../usecases/engine/engine.ts';
import { executeOnLocked } from '../usecases/engine/execute-command.ts';
import { heldJobsQuery, type Job, type JobKind, takeJob } from './job.ts';
import { startAtTimer } from './start-timer.ts';

/**
 * Does what a job is for and removes it, in the current transaction. Throws when that fails; EngineError TOKEN_GONE
 * or INSTANCE_ENDED when there is nothing to do any more.
 */
export type PerformJob = (context: Context, job: Job) => Promise<void>;

/** One line a kind. */
const commands: Readonly<Record<Exclude<JobKind, 'start-timer'>, (job: Job) => Command>> = {
  timer: (job) => ({ type: 'fire-timer', token: job.token }),
  continuation: (job) => ({ type: 'run-job', token: job.token }),
};

const commandOf = (job: Job): Command | null => (job.kind === 'start-timer' ? null : commands[job.kind](job));

/**
 * Does several jobs of different instances and removes them, in the current transaction: one statement locks, one packet
 * writes. Answers the ids of those that are over; the others have done nothing and are to be done by themselves.
 */
export async function performJobsTogether(
  context: Context,
  jobs: readonly Job[],
): Promise<ReadonlySet<string>> {
  const wanted = jobs.filter((job) => commandOf(job) !== null);
  const { instances, found } = await lockInstances(
    context,
    wanted.map(({ instanceId }) => instanceId),
    [heldJobsQuery(wanted)],
  );
  const held = new Set(found[0]?.map(({ id }) => String(id)));
  const over = new Set<string>();
  const orders: CommandOrder[] = [];
  const ordered: Job[] = [];
  for (const job of wanted) {
    const instance = instances.get(job.instanceId);
    const command = commandOf(job);
    // Taken over and done by another executor.
    if (!held.has(job.id)) over.add(job.id);
    else if (instance && command) {
      orders.push({ instance, command, actor: null });
      ordered.push(job);
    }
  }
  const batch = new WriteBatch();
  const outcomes = await engineOf(context).execute(context, batch, orders);
  for (const [index, { id }] of ordered.entries()) {
    if (outcomes[index]?.error !== undefined) continue;
    batch.delete('job', { id });
    over.add(id);
  }
  await batch.flush(context.sql);
  return over;
}

/** The instance row is the first lock, so that jobs of one instance never run side by side. */
export const performJob: PerformJob = async (context, job) => {
  const command = commandOf(job);
  if (command === null) return startAtTimer(context, job);
  const instance = await lockInstance(context, job.instanceId);
  if (!(await takeJob(context, job)) || !instance) return;
  await executeOnLocked(context, instance, command, null);
};
