import type { InstanceState, Token } from '@oneplan/runtime/engine/instance-state.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { Context } from '../context.ts';

/** Rows in which each kind of node waits; nodes of other kinds have none. */
const waitRows: Readonly<Record<string, string | undefined>> = {
  'user-task': 'task',
  'external-task': 'external-task',
  'catch-event': 'timer',
  'boundary-event': 'timer',
};

/**
 * Where what instances wait for and the rows of people's tasks, external tasks and timers disagree, in one consistent
 * view of the database; nothing when all is well.
 */
export function findInconsistencies(context: Context): Promise<string[]> {
  const view = context.database.dialect === 'mysql' ? { isolationLevel: 'REPEATABLE READ' as never } : {};
  return context.database.sequelize.transaction(view, async () => {
    const { sql } = context;
    const graphs = new Map(
      (await sql.all<{ id: string; graph: string }>('SELECT id, graph FROM process_definition')).map(
        (row) => [row.id, JSON.parse(row.graph) as ProcessGraph],
      ),
    );
    const instances = await sql.all<{ id: string; definition_id: string; state: string; status: string }>(
      'SELECT id, definition_id, state, status FROM process_instance',
    );
    const expected = instances.flatMap((instance) => {
      const graph = graphs.get(instance.definition_id);
      const state = JSON.parse(instance.state) as InstanceState;
      const row = (token: Token) => waitRows[graph?.nodes[token.e]?.kind ?? ''];
      return [
        ...((state.e ?? 'active') === instance.status
          ? []
          : [`${instance.id} is ${instance.status}, its state ${state.e}`]),
        ...state.t.flatMap((token) =>
          row(token) ? [`${instance.id} waits for ${row(token)} ${token.i}`] : [],
        ),
      ];
    });
    const found = await sql.all<{ instance_id: string; token: number; kind: string }>(
      `SELECT instance_id, token, 'task' AS kind FROM task WHERE status = 'open'
       UNION ALL SELECT instance_id, token, 'external-task' FROM external_task
       UNION ALL SELECT instance_id, token, 'timer' FROM job`,
    );
    const actual = found.map((row) => `${row.instance_id} waits for ${row.kind} ${row.token}`);
    const offers = await sql.all<{ id: string }>(
      `SELECT id FROM task WHERE status = 'open' AND id NOT IN (SELECT task_id FROM task_candidate)
       UNION ALL SELECT task_id FROM task_candidate WHERE task_id NOT IN (SELECT id FROM task WHERE status = 'open')`,
    );
    const homeless = await sql.all<{ id: string }>(
      `SELECT id FROM submission WHERE instance_id NOT IN (SELECT id FROM process_instance)
       UNION ALL SELECT id FROM process_instance WHERE id NOT IN (SELECT instance_id FROM submission)`,
    );
    return [
      ...differences(expected, actual),
      ...offers.map(({ id }) => `task ${id} and its candidates disagree`),
      ...homeless.map(({ id }) => `${id}: submission and instance do not belong together`),
    ];
  });
}

/** What is there more or less often than it should be. */
export function differences(expected: readonly string[], actual: readonly string[]): string[] {
  const balance = new Map<string, number>();
  for (const item of expected) balance.set(item, (balance.get(item) ?? 0) - 1);
  for (const item of actual) balance.set(item, (balance.get(item) ?? 0) + 1);
  return [...balance].flatMap(([item, count]) =>
    count === 0 ? [] : [`${count < 0 ? 'missing' : 'too many'} (${Math.abs(count)}): ${item}`],
  );
}
