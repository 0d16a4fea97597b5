import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { retryEngineWork } from '../../camunda/retry-engine-work.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { transaction } from '../../persistence/transaction.ts';
import { closeIncidents } from './job-incident.ts';

export interface JobRetry {
  readonly id: string;
  /** Tries from now on. */
  readonly retries: number;
}

/**
 * Makes a job due now with new tries and closes its incident. One that runs at this moment is left to its executor.
 * Throws `not-found` when it is done or gone, `instance-suspended` while its instance stands still.
 */
export function retryJob(
  context: Context,
  actor: Pick<Caller, 'userId' | 'name'> | null,
  { id, retries }: JobRetry,
): Promise<Record<string, never>> {
  return transaction(context.database, async () => {
    const job = await context.sql.one<{ instance_id: string; suspended_left: number | null }>(
      'SELECT instance_id, suspended_left FROM job WHERE id = ?',
      [id],
    );
    if (!job && (await retryEngineWork(context, actor, { id, retries }))) return {};
    if (!job)
      throw new AppError('not-found', 'There is no such job; it has run or is not needed any more.', { id });
    if (job.suspended_left !== null)
      throw new AppError(
        'instance-suspended',
        'The process instance of this job is suspended; activate it first.',
        { id, instanceId: job.instance_id },
      );
    const now = context.now();
    await context.sql.run(
      `UPDATE job SET retries = ?, due_at = CASE WHEN due_at < ? THEN due_at ELSE ? END
       WHERE id = ? AND suspended_left IS NULL`,
      [retries, now, now, id],
    );
    await closeIncidents(context, [id]);
    await audit(context, actor, {
      action: 'job.retry',
      objectKind: 'job',
      objectId: id,
      detail: { retries, instanceId: job.instance_id },
    });
    announceWork(context.database);
    return {};
  });
}
