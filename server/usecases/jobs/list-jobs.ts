import type { listJobs as contract } from '@oneplan/runtime/contracts/api/operations.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { elementNames } from './definition-names.ts';

interface Row {
  id: string;
  kind: 'timer' | 'continuation' | 'start-timer';
  definition_id: string;
  process_key: string;
  element_id: string;
  due_at: number;
  suspended_left: number | null;
  retries: number;
  error_message: string | null;
}

/** What an instance waits for beside people and workers, the next due first. */
export async function listJobs(
  context: Context,
  instanceId: string,
): Promise<z.input<typeof contract.response>> {
  const rows = await context.sql.all<Row>(
    `SELECT id, kind, definition_id, process_key, element_id, due_at, suspended_left, retries, error_message
     FROM job WHERE instance_id = ?
     UNION ALL SELECT w.id, w.kind, i.definition_id, i.process_key, w.element_id, COALESCE(w.due_at, w.seen_at), NULL,
       w.retries, w.message FROM engine_work w JOIN process_instance i ON i.id = w.instance_id
     WHERE w.instance_id = ? AND w.work = 'job' AND w.kind IN ('timer', 'continuation')
     ORDER BY due_at, id`,
    [instanceId, instanceId],
  );
  const items = [];
  for (const row of rows) {
    const { elementName } = await elementNames(context, {
      definitionId: row.definition_id,
      processKey: row.process_key,
      elementId: row.element_id,
    });
    const stands = row.suspended_left !== null;
    items.push({
      id: row.id,
      kind: row.kind,
      elementId: row.element_id,
      elementName,
      dueAt: stands ? null : new Date(Number(row.due_at)).toISOString(),
      left: stands ? Number(row.suspended_left) : null,
      retries: Number(row.retries),
      message: row.error_message,
    });
  }
  return { items };
}
