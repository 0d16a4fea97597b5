import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { Context } from '../context.ts';
import { transaction } from '../persistence/transaction.ts';
import { executeCommand } from '../usecases/engine/execute-command.ts';
import { type Claim, claimDueRows, type WorkTable } from './claim-due-rows.ts';
import { backOff, errorMessageOf, isNobodysFault, loggable } from './failed-try.ts';
import { inParallel } from './in-parallel.ts';

/** Tries of a job before it becomes an incident. */
const initialRetries = 3;
const pauseAfterRace = 1_000;

/** Listed one by one, so that the index (retries, due_at) gives the due ones without a look at those of next year. */
const timers: WorkTable = { name: 'job', open: "kind = 'timer' AND retries IN (1, 2, 3)" };

export interface TimerJob {
  readonly id: string;
  readonly instanceId: string;
  readonly token: number;
  readonly elementId: string;
  readonly retries: number;
}

/** Lets a timer fire, in the current transaction. */
export type FireTimer = (context: Context, job: TimerJob) => Promise<void>;

export const fireTimer: FireTimer = (context, job) =>
  executeCommand(context, job.instanceId, { type: 'fire-timer', token: job.token }, null);

/** Claims and executes one batch of due timers; answers how many. */
export async function runDueTimers(context: Context, claim: Claim, fire: FireTimer): Promise<number> {
  const jobs = (await claimDueRows(context, timers, claim)).map(
    (row): TimerJob => ({
      id: row.id,
      instanceId: String(row.instance_id),
      token: Number(row.token),
      elementId: String(row.element_id),
      retries: Number(row.retries),
    }),
  );
  await inParallel(context, jobs, (job) => runTimer(context, job, claim.owner, fire));
  return jobs.length;
}

/** Never throws for what the job does; throws when not even the outcome can be written (the lock then runs out). */
async function runTimer(context: Context, job: TimerJob, owner: string, fire: FireTimer): Promise<void> {
  try {
    await transaction(context.database, async () => {
      await fire(context, job);
      await context.sql.run('DELETE FROM job WHERE id = ?', [job.id]);
    });
  } catch (error) {
    if (waitIsOver(error)) await remove(context, job);
    else if (isNobodysFault(error)) await postpone(context, job, owner);
    else await fail(context, job, owner, error);
  }
}

/** The activity was completed or cancelled, or another executor fired the timer: nothing is left to do. */
function waitIsOver(error: unknown): boolean {
  return error instanceof EngineError && (error.code === 'TOKEN_GONE' || error.code === 'INSTANCE_ENDED');
}

function remove(context: Context, job: TimerJob): Promise<unknown> {
  return transaction(context.database, () => context.sql.run('DELETE FROM job WHERE id = ?', [job.id]));
}

function postpone(context: Context, job: TimerJob, owner: string): Promise<unknown> {
  return transaction(context.database, () =>
    context.sql.run('UPDATE job SET lock_owner = NULL, lock_expires_at = ? WHERE id = ? AND lock_owner = ?', [
      context.now() + pauseAfterRace,
      job.id,
      owner,
    ]),
  );
}

async function fail(context: Context, job: TimerJob, owner: string, error: unknown): Promise<void> {
  const retries = job.retries - 1;
  const nextTry = context.now() + backOff(initialRetries - retries);
  await transaction(context.database, () =>
    context.sql.run(
      'UPDATE job SET retries = ?, error_message = ?, lock_owner = NULL, lock_expires_at = ? WHERE id = ? AND lock_owner = ?',
      [retries, errorMessageOf(error), retries > 0 ? nextTry : null, job.id, owner],
    ),
  );
  const about = { jobId: job.id, instanceId: job.instanceId, elementId: job.elementId, ...loggable(error) };
  if (retries > 0) context.log.warn({ ...about, retries, nextTry }, 'a timer failed and will be tried again');
  else context.log.error(about, 'incident: a timer failed for the last time; set its retries to try again');
}
