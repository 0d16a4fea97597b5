import type { Context } from '../../context.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { transaction } from '../../persistence/transaction.ts';

export type DeliverAgain =
  /** It waits again; the engine is asked first whether it was done. */
  | 'again'
  /** The engine refused it; that is shown already. */
  | 'refused'
  | 'waiting'
  /** There is no such command. */
  | 'none';

/** Puts the newest command that fits back into the line. `where`: of which table columns, with their values. */
export function deliverAgain(
  context: Context,
  where: { readonly instanceId: string; readonly kind: string; readonly taskId?: string },
): Promise<DeliverAgain> {
  return transaction(context.database, async () => {
    const row = await context.sql.one<{ id: string; state: string }>(
      `SELECT id, state FROM engine_command WHERE instance_id = ? AND kind = ?${where.taskId === undefined ? '' : ' AND task_id = ?'}
       ORDER BY position DESC LIMIT 1 ${context.sql.forUpdate}`,
      [where.instanceId, where.kind, ...(where.taskId === undefined ? [] : [where.taskId])],
    );
    if (!row) return 'none';
    if (row.state !== 'delivered') return row.state === 'waiting' ? 'waiting' : 'refused';
    await context.sql.run(
      "UPDATE engine_command SET state = 'waiting', due_at = ?, attempts = 0, delivered_at = NULL WHERE id = ?",
      [context.now(), row.id],
    );
    announceWork(context.database);
    return 'again';
  });
}

/** True: something for this instance is still on its way to the engine. */
export async function hasWaitingCommand(context: Context, instanceId: string): Promise<boolean> {
  const row = await context.sql.one(
    "SELECT id FROM engine_command WHERE instance_id = ? AND state = 'waiting' LIMIT 1",
    [instanceId],
  );
  return row !== null;
}
