import type { Context } from '../context.ts';
import { transaction } from '../persistence/transaction.ts';
import { openJobIncident } from '../usecases/jobs/job-incident.ts';
import { type Claim, claimDueRows, releaseRows, type WorkTable } from './claim-due-rows.ts';
import { errorMessageOf, isNobodysFault, isOver, loggable } from './failed-try.ts';
import { inParallel } from './in-parallel.ts';
import { type Job, takeJob, toJob } from './job.ts';
import type { PerformJob, performJobsTogether } from './perform-job.ts';
import { nextTry } from './retry-plan.ts';

const pauseAfterRace = 1_000;

/** A suspended job is not due before its instance goes on: see `suspendJobs`. */
export const jobs: WorkTable = { name: 'job', open: 'retries > 0', exclusive: true };

/** How jobs are done: each in a transaction of its own, or several in one. */
export interface Performers {
  readonly perform: PerformJob;
  readonly performTogether: typeof performJobsTogether | null;
}

/** Claims and executes one batch of due jobs; answers how many tries there were. */
export async function runDueJobs(
  context: Context,
  claim: Claim,
  { perform, performTogether }: Performers,
  stopping: () => boolean,
): Promise<number> {
  const claimed = (await claimDueRows(context, jobs, claim)).map((row) => toJob(row, claim.owner));
  const left: Job[] = [];
  const together = performTogether ? await runTogether(context, claimed, performTogether) : new Set<string>();
  let tried = together.size;
  const single = claimed.filter(({ id }) => !together.has(id));
  await inParallel(context, sequences(single), async (sequence) => {
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

/**
 * Runs those that are alone in their instance in one transaction. Answers which are over: the others, all when it fails,
 * are tried by themselves, so that one bad job stops no other and costs nobody a try.
 */
async function runTogether(
  context: Context,
  claimed: readonly Job[],
  performTogether: NonNullable<Performers['performTogether']>,
): Promise<ReadonlySet<string>> {
  const alone = sequences(claimed).flatMap((sequence) => (sequence.length === 1 ? sequence : []));
  const instances = new Set(alone.map(({ instanceId }) => instanceId));
  if (alone.length < 2 || instances.size < alone.length) return new Set();
  try {
    return await transaction(context.database, () => performTogether(context, alone));
  } catch (error) {
    context.log.debug(loggable(error), 'jobs could not be done together; each is tried by itself');
    return new Set();
  }
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
