import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { toJob } from '../../jobs/job.ts';
import { performJob } from '../../jobs/perform-job.ts';
import type { SqlValue } from '../../persistence/sql.ts';
import { transaction } from '../../persistence/transaction.ts';
import { closeIncidents } from '../jobs/job-incident.ts';

const lockMilliseconds = 60_000;

/**
 * Does a job at once, due or not, for a client that waits for it. Throws `not-found`, `conflict` while an executor has
 * it, and whatever the job throws: its tries are then as before, as on Camunda 7's `POST /job/{id}/execute`.
 */
export async function runJobNow(context: Context, id: string): Promise<void> {
  const owner = `client-${context.newId()}`;
  const row = await transaction(context.database, async () => {
    const now = context.now();
    const found = await context.sql.one<Record<string, SqlValue>>(
      `SELECT * FROM job WHERE id = ? ${context.sql.forUpdate}`,
      [id],
    );
    if (!found) throw new AppError('not-found', `No job found with id '${id}'`, { id });
    if (found.suspended_left !== null)
      throw new AppError('instance-suspended', `The process instance of job ${id} is suspended`, { id });
    if (Number(found.lock_expires_at ?? 0) > now && found.lock_owner !== null)
      throw new AppError('conflict', `The job ${id} is being executed at this moment`, { id });
    await context.sql.run('UPDATE job SET lock_owner = ?, lock_expires_at = ? WHERE id = ?', [
      owner,
      now + lockMilliseconds,
      id,
    ]);
    return found;
  });
  try {
    await transaction(context.database, async () => {
      await performJob(context, toJob(row, owner));
      await closeIncidents(context, [id]);
    });
  } catch (error) {
    await transaction(context.database, () =>
      context.sql.run(
        'UPDATE job SET lock_owner = NULL, lock_expires_at = NULL WHERE id = ? AND lock_owner = ?',
        [id, owner],
      ),
    );
    throw error;
  }
}
