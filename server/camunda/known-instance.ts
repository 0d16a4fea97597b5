import type { KnownActivity, KnownInstance } from '@oneplan/runtime/camunda/project.ts';
import type { Context } from '../context.ts';

interface Row {
  activity: number;
  engine_activity_id: string;
  ended_at: number | null;
  started_at: number | null;
  task_status: string | null;
}

/** Not over: to be done, waiting for those who sign before, decided and waiting for those who sign after. */
const openStates: ReadonlySet<string> = new Set(['open', 'waiting', 'held']);

/** What our tables hold of an instance, by the engine's ids. */
export async function knownInstance(context: Context, instanceId: string): Promise<KnownInstance> {
  const rows = await context.sql.all<Row>(
    `SELECT e.activity, e.engine_activity_id, a.started_at, a.ended_at, t.status AS task_status FROM engine_activity e
     LEFT JOIN activity a ON a.instance_id = e.instance_id AND a.activity = e.activity
     LEFT JOIN task t ON t.instance_id = e.instance_id AND t.token = e.activity AND t.signs_for IS NULL
     WHERE e.instance_id = ?`,
    [instanceId],
  );
  const activities = new Map<string, KnownActivity>();
  for (const row of rows)
    activities.set(row.engine_activity_id, {
      number: Number(row.activity),
      ended: row.ended_at !== null,
      ...(row.task_status === null ? {} : { task: openStates.has(row.task_status) ? 'open' : 'ended' }),
    });
  return { activities, next: Math.max(0, ...rows.map((row) => Number(row.activity))) + 1 };
}

/** Ids on the engine of the tasks that have a row here: their names and candidates need not be read again. */
export async function projectedTasks(context: Context, instanceId: string): Promise<Set<string>> {
  const rows = await context.sql.all<{ engine_task_id: string }>(
    `SELECT e.engine_task_id FROM engine_activity e JOIN task t ON t.instance_id = e.instance_id AND t.token = e.activity
     WHERE e.instance_id = ? AND e.engine_task_id IS NOT NULL`,
    [instanceId],
  );
  return new Set(rows.map((row) => row.engine_task_id));
}
