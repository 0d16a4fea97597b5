import type { TaskEventKind } from '@oneplan/runtime/contracts/api/approval.ts';
import type { TimelineEntry } from '@oneplan/runtime/contracts/api/instances.ts';
import type { Context } from '../../context.ts';

interface Row {
  kind: TaskEventKind;
  element_id: string;
  element_name: string;
  actor: string | null;
  people: string | null;
  to_name: string | null;
  remark: string | null;
  at: number;
}

/** What people did with the tasks of an instance besides completing them, as its timeline tells it. */
export async function taskEventEntries(context: Context, instanceId: string): Promise<TimelineEntry[]> {
  const rows = await context.sql.all<Row>(
    `SELECT e.kind, e.element_id, e.element_name, u.name AS actor, e.people, e.remark, e.at,
       (SELECT MAX(a.name) FROM activity a WHERE a.instance_id = e.instance_id AND a.element_id = e.to_element) AS to_name
     FROM task_event e LEFT JOIN app_user u ON u.id = e.actor_id WHERE e.instance_id = ? ORDER BY e.at, e.id`,
    [instanceId],
  );
  const names = await namesOf(context, rows);
  return rows.map((row) => ({
    at: new Date(Number(row.at)).toISOString(),
    kind: row.kind,
    elementId: row.element_id,
    name: row.element_name,
    actor: row.actor,
    people: peopleOf(row).flatMap((id) => names.get(id) ?? []),
    to: row.to_name,
    outcome: null,
    remark: row.remark === null ? null : context.cipher.decrypt('task-event.remark', row.remark),
  }));
}

const peopleOf = (row: Row) => (row.people === null ? [] : (JSON.parse(row.people) as string[]));

async function namesOf(context: Context, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(peopleOf))];
  if (ids.length === 0) return new Map();
  const users = await context.sql.all<{ id: string; name: string }>(
    `SELECT id, name FROM app_user WHERE id IN (${ids.map(() => '?').join(',')})`,
    ids,
  );
  return new Map(users.map(({ id, name }) => [id, name]));
}
