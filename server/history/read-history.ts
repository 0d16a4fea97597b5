import type { Context } from '../context.ts';
import { type HistoryRow, historyTables, type InstanceRows, unpackHistory } from './packed-history.ts';

/**
 * Everything that is kept of an instance, whether it runs, has just ended or is archived; null: there is no such
 * instance. Columns are those of the tables; one that is null may be missing. This is the one reader of both places.
 */
export async function readHistory(context: Context, instanceId: string): Promise<InstanceRows | null> {
  const rows = await Promise.all(
    historyTables.map((table) =>
      context.sql.all<HistoryRow>(`SELECT * FROM ${table} WHERE instance_id = ?`, [instanceId]),
    ),
  );
  // Last: archiving moves an instance with all its rows at once, so while this one is there, so were the others.
  const instance = await context.sql.one<HistoryRow>('SELECT * FROM process_instance WHERE id = ?', [
    instanceId,
  ]);
  if (!instance) return readArchived(context, instanceId);
  const [activity = [], task = [], variable_change = [], task_comment = []] = rows;
  return { instance, tables: { activity, task, variable_change, task_comment } };
}

/** Of an archived instance only; null when it is not archived. */
export async function readArchived(context: Context, instanceId: string): Promise<InstanceRows | null> {
  const row = await context.sql.one<{ content: string }>(
    'SELECT content FROM history_instance WHERE id = ?',
    [instanceId],
  );
  return row && unpackHistory(context.cipher, row.content);
}

/** Id of the instance that an archived task belongs to; null when it is not archived. */
export async function instanceOfArchivedTask(context: Context, taskId: string): Promise<string | null> {
  const row = await context.sql.one<{ instance_id: string }>(
    'SELECT instance_id FROM history_task WHERE id = ?',
    [taskId],
  );
  return row?.instance_id ?? null;
}
