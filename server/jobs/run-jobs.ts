import type { Context } from '../context.ts';
import { transaction } from '../persistence/transaction.ts';
import { openJobIncident } from '../usecases/jobs/job-incident.ts';
import { type Claim, claimDueRows, releaseRows, type WorkTable } from './claim-due-rows.ts';
import { errorMessageOf, isNobodysFault, isOver, loggable } from './failed-try.ts';
import { inParallel } from './in-parallel.ts';
import { type Job, takeJob, toJob } from './job.ts';
import type { PerformJob } from './perform-job.ts';
import { nextTry } from './retry-plan.ts';

const pauseAfterRace = 1_000;

/** A suspended job is not due before its instance goes on: see `suspendJobs`. */
export const jobs: WorkTable = { name: 'job', open: 'retries > 0', exclusive: true };

/** Claims and executes one batch of due jobs; answers how many tries there were. */
export async function runDueJobs(
  context: Context,
  claim: Claim,
  perform: PerformJob,
  stopping: () => boolean,
): Promise<number> {
  const claimed = (await claimDueRows(context, jobs, claim)).map((row) => toJob(row, claim.owner));
  const left: Job[] = [];
  let tried = 0;
  await inParallel(context, sequences(claimed), async (sequence) => {
    for (const job of sequence) {
      if (stopping()) left.push(job);
      else {
        tried++;
        await runJob(context, job, perform);
      }
    }
  });
  await releaseRows(context, jobs, claim, left);
  return tried;
}

/** Jobs that must not run side by side, one list each: the exclusive ones of an instance. */
function sequences(claimed: readonly Job[]): readonly (readonly Job[])[] {
  const found = new Map<string, Job[]>();
  for (const job of claimed) {
    const key = job.exclusive && job.instanceId !== '' ? job.instanceId : job.id;
    found.set(key, [...(found.get(key) ?? []), job]);
  }
  return [...found.values()];
}

/** Never throws for what the job does; throws when not even the outcome can be written (the lock then runs out). */
async function runJob(context: Context, job: Job, perform: PerformJob): Promise<void> {
  try {
    await transaction(context.database, () => perform(context, job));
  } catch (error) {
    if (isOver(error)) await transaction(context.database, () => takeJob(context, job));
    else if (isNobodysFault(error)) await postpone(context, job);
    else await fail(context, job, error);
  }
}

function postpone(context: Context, job: Job): Promise<unknown> {
  return transaction(context.database, () =>
    context.sql.run('UPDATE job SET lock_owner = NULL, lock_expires_at = ? WHERE id = ? AND lock_owner = ?', [
      context.now() + pauseAfterRace,
      job.id,
      job.lockOwner,
    ]),
  );
}

async function fail(context: Context, job: Job, error: unknown): Promise<void> {
  const { retriesLeft, at } = nextTry(job, context.now());
  const message = errorMessageOf(error);
  await transaction(context.database, async () => {
    const changed = await context.sql.run(
      'UPDATE job SET retries = ?, due_at = ?, error_message = ?, lock_owner = NULL, lock_expires_at = NULL WHERE id = ? AND lock_owner = ?',
      [retriesLeft, retriesLeft > 0 ? at : job.dueAt, message, job.id, job.lockOwner],
    );
    if (changed === 1 && retriesLeft === 0) await openJobIncident(context, job, message);
  });
  const about = {
    jobId: job.id,
    kind: job.kind,
    instanceId: job.instanceId,
    elementId: job.elementId,
    ...loggable(error),
  };
  if (retriesLeft > 0)
    context.log.warn({ ...about, retriesLeft, nextTry: at }, 'a job failed and will be tried again');
  else context.log.error(about, 'incident: a job failed for the last time; set its retries to try again');
}
