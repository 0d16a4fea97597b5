import type { Context } from '../../context.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { transaction } from '../../persistence/transaction.ts';
import { lockExternalTask } from './external-task.ts';

/** Sets how many tries are left: more than 0 ends an incident, 0 makes one. */
export function setExternalTaskRetries(context: Context, id: string, retries: number): Promise<void> {
  return transaction(context.database, async () => {
    await lockExternalTask(context, id);
    await context.sql.run('UPDATE external_task SET retries = ? WHERE id = ?', [retries, id]);
    announceWork(context.database);
  });
}

export function setExternalTaskPriority(context: Context, id: string, priority: number): Promise<void> {
  return transaction(context.database, async () => {
    await lockExternalTask(context, id);
    await context.sql.run('UPDATE external_task SET priority = ? WHERE id = ?', [priority, id]);
  });
}
