import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { transaction } from '../../persistence/transaction.ts';
import { closeIncidents, openJobIncident } from '../jobs/job-incident.ts';

interface JobRow {
  id: string;
  instance_id: string;
  definition_id: string;
  process_key: string;
  tenant_id: string;
  element_id: string;
  token: number;
  called_by: number | null;
  retries: number;
  suspended_left: number | null;
}

/** Sets the tries that are left: more than 0 closes the incident, 0 opens one. */
export const setJobRetries = (context: Context, id: string, retries: number): Promise<void> =>
  withJob(context, id, async (job) => {
    await context.sql.run('UPDATE job SET retries = ? WHERE id = ?', [retries, id]);
    if (retries > 0) await closeIncidents(context, [id]);
    else if (Number(job.retries) > 0)
      await openJobIncident(
        context,
        {
          id,
          instanceId: job.instance_id,
          definitionId: job.definition_id,
          processKey: job.process_key,
          tenantId: job.tenant_id,
          elementId: job.element_id,
          token: Number(job.token),
          calledBy: job.called_by === null ? null : Number(job.called_by),
        },
        'The retries were set to 0.',
      );
    announceWork(context.database);
  });

/** When a job is due; null: at once. One that stands still keeps the time from now until then. */
export const setJobDueDate = (context: Context, id: string, dueAt: number | null): Promise<void> =>
  withJob(context, id, async (job) => {
    const at = dueAt ?? context.now();
    if (job.suspended_left === null)
      await context.sql.run('UPDATE job SET due_at = ? WHERE id = ?', [at, id]);
    else
      await context.sql.run('UPDATE job SET suspended_left = ? WHERE id = ?', [
        Math.max(0, at - context.now()),
        id,
      ]);
    announceWork(context.database);
  });

/** Stops the clock of one job, or lets it go on with what was left. */
export const setJobSuspension = (context: Context, id: string, suspended: boolean): Promise<void> =>
  withJob(context, id, async (job) => {
    if (suspended === (job.suspended_left !== null)) return;
    const now = context.now();
    await context.sql.run(
      suspended
        ? 'UPDATE job SET suspended_left = CASE WHEN due_at > ? THEN due_at - ? ELSE 0 END, due_at = 9999999999999 WHERE id = ?'
        : 'UPDATE job SET due_at = ? + suspended_left + ?, suspended_left = NULL WHERE id = ?',
      suspended ? [now, now, id] : [now, 0, id],
    );
    announceWork(context.database);
  });

function withJob(context: Context, id: string, change: (job: JobRow) => Promise<void>): Promise<void> {
  return transaction(context.database, async () => {
    const job = await context.sql.one<JobRow>(
      `SELECT id, instance_id, definition_id, process_key, tenant_id, element_id, token, called_by, retries, suspended_left
       FROM job WHERE id = ? ${context.sql.forUpdate}`,
      [id],
    );
    if (!job) throw new AppError('not-found', `No job found with id '${id}'.`, { id });
    await change(job);
  });
}
