import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { transaction } from '../../persistence/transaction.ts';
import { lockExternalTask } from './external-task.ts';
import { closeExternalTaskIncident, openExternalTaskIncident } from './external-task-incident.ts';

/** Sets how many tries are left, of all the tasks or of none: more than 0 ends an incident, 0 makes one. */
export function setExternalTaskRetries(
  context: Context,
  ids: readonly string[],
  retries: number,
): Promise<void> {
  return transaction(context.database, async () => {
    for (const id of [...new Set(ids)].sort()) {
      const task = await lockExternalTask(context, id);
      await context.sql.run('UPDATE external_task SET retries = ? WHERE id = ?', [retries, id]);
      if (retries > 0) await closeExternalTaskIncident(context, id);
      else await openExternalTaskIncident(context, task, task.errorMessage);
    }
    announceWork(context.database);
  });
}

/** Ids of the external tasks that wait in these instances. */
export async function externalTasksOfInstances(
  context: Context,
  instanceIds: readonly string[],
): Promise<string[]> {
  if (instanceIds.length === 0) return [];
  const rows = await context.sql.all<{ id: string }>(
    `SELECT id FROM external_task WHERE instance_id IN (${instanceIds.map(() => '?').join(',')}) ORDER BY id`,
    instanceIds,
  );
  if (rows.length === 0) throw new AppError('invalid-request', 'externalTaskIds is empty');
  return rows.map(({ id }) => id);
}

export function setExternalTaskPriority(context: Context, id: string, priority: number): Promise<void> {
  return transaction(context.database, async () => {
    await lockExternalTask(context, id);
    await context.sql.run('UPDATE external_task SET priority = ? WHERE id = ?', [priority, id]);
  });
}
