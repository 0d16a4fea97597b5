import type { Context } from '../../context.ts';
import type { EngineLink } from '../engine-link.ts';
import { reportMismatch } from '../mismatch.ts';
import { projectInstance } from '../project-instance.ts';

interface Row {
  readonly id: string;
  readonly instance_id: string;
  readonly engine_task_id: string;
}

const pageSize = 200;

/** Every task that is open here: is it open there? */
export async function compareTasksHere(context: Context, link: EngineLink): Promise<void> {
  for (let after = ''; ; ) {
    const page = await context.sql.all<Row>(
      `SELECT t.id, t.instance_id, e.engine_task_id FROM task t
       JOIN engine_activity e ON e.instance_id = t.instance_id AND e.activity = t.token
       WHERE t.status IN ('open', 'waiting', 'held') AND t.signs_for IS NULL AND t.id > ? AND e.engine_task_id IS NOT NULL ORDER BY t.id LIMIT ${pageSize}`,
      [after],
    );
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
    const open = await link.client.post<{ id: string }[]>(
      '/task',
      { taskIdIn: page.map((row) => row.engine_task_id) },
      { maxResults: pageSize },
    );
    const there = new Set(open.map(({ id }) => id));
    for (const row of page) if (!there.has(row.engine_task_id)) await endedThere(context, link, row);
  }
}

async function endedThere(context: Context, link: EngineLink, row: Row): Promise<void> {
  await projectInstance(context, link, row.instance_id);
  const task = await context.sql.one<{ status: string }>('SELECT status FROM task WHERE id = ?', [row.id]);
  const open = ['open', 'waiting', 'held'].includes(task?.status ?? '');
  await reportMismatch(context, {
    kind: 'task-ended-there',
    objectId: row.id,
    instanceId: row.instance_id,
    detail: open
      ? `the engine has no open task ${row.engine_task_id} and no history of its end`
      : `had ended on the engine (${task?.status}); ended here`,
    repaired: !open,
  });
}
