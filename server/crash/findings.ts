import { openWaits, type Wait } from '@oneplan/runtime/engine/active-elements.ts';
import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { Context } from '../context.ts';

/** The row in which each wait stands: what a command that answers it looks up. */
const rowOf: Readonly<Record<Wait['answer'], string>> = {
  'complete-user-task': 'task',
  'complete-external-task': 'external task',
  'fire-timer': 'timer',
  'run-job': 'continuation',
  'deliver-message': 'message',
  'deliver-signal': 'signal',
};

interface Definition {
  readonly graph: ProcessGraph;
  readonly bundleId: string;
}

interface InstanceRow {
  id: string;
  definition_id: string;
  state: string;
  status: string;
}

/**
 * Where the states of instances and the rows that follow from them disagree, in one consistent view of the database;
 * nothing when all is well. Every wait of every kind is compared with its row: tasks, external tasks, timers,
 * continuations, subscriptions to messages and signals, those of called processes as well.
 */
export function findInconsistencies(context: Context): Promise<string[]> {
  const view = context.database.dialect === 'mysql' ? { isolationLevel: 'REPEATABLE READ' as never } : {};
  return context.database.sequelize.transaction(view, async () => {
    const definitions = await readDefinitions(context);
    const instances = await context.sql.all<InstanceRow>(
      'SELECT id, definition_id, state, status FROM process_instance',
    );
    const states = instances.map((row) => ({ ...row, state: JSON.parse(row.state) as InstanceState }));
    return [
      ...states.flatMap(({ id, status, state }) =>
        (state.e ?? 'active') === status ? [] : [`${id} is ${status}, its state ${state.e ?? 'active'}`],
      ),
      ...differences(
        states.flatMap(({ id, definition_id, state }) => waitsOf(definitions, id, definition_id, state)),
        await waitRows(context),
      ),
      ...(await contradictions(context)),
    ];
  });
}

async function readDefinitions({ sql }: Context): Promise<ReadonlyMap<string, Definition>> {
  const rows = await sql.all<{ id: string; bundle_id: string; graph: string }>(
    'SELECT id, bundle_id, graph FROM process_definition',
  );
  return new Map(
    rows.map((row) => [row.id, { graph: JSON.parse(row.graph) as ProcessGraph, bundleId: row.bundle_id }]),
  );
}

/** As the engine sees it: a called process is the one of its key in the bundle of the instance. */
function waitsOf(
  definitions: ReadonlyMap<string, Definition>,
  instanceId: string,
  definitionId: string,
  state: InstanceState,
): string[] {
  const own = definitions.get(definitionId);
  if (!own) return [`${instanceId} has no definition`];
  const called = (key: string) =>
    [...definitions.values()].find(({ graph, bundleId }) => bundleId === own.bundleId && graph.id === key)
      ?.graph;
  return openWaits(own.graph, state, called).map(
    ({ token, elementId, answer }) => `${instanceId} waits at ${elementId} for ${rowOf[answer]} ${token}`,
  );
}

async function waitRows({ sql }: Context): Promise<string[]> {
  const rows = await sql.all<{ instance_id: string; element_id: string; token: number; kind: string }>(
    `SELECT instance_id, element_id, token, 'task' AS kind FROM task
       WHERE status IN ('open', 'waiting', 'held') AND signs_for IS NULL
     UNION ALL SELECT instance_id, element_id, token, 'external task' FROM external_task
     UNION ALL SELECT instance_id, element_id, token, kind FROM job WHERE kind <> 'start-timer'
     UNION ALL SELECT instance_id, element_id, token, kind FROM subscription WHERE instance_id IS NOT NULL`,
  );
  return rows.map((row) => `${row.instance_id} waits at ${row.element_id} for ${row.kind} ${row.token}`);
}

/** Rows that belong together and do not agree. Each query answers ids of what is wrong. */
const rules: readonly (readonly [string, string])[] = [
  [
    'is open, and nobody it is offered to has it in the inbox',
    "SELECT id FROM task WHERE status = 'open' AND holders <> '[]' AND id NOT IN (SELECT task_id FROM task_candidate)",
  ],
  [
    'is in an inbox, and is not open',
    "SELECT task_id AS id FROM task_candidate WHERE task_id NOT IN (SELECT id FROM task WHERE status = 'open')",
  ],
  [
    'is to be signed for a task that waits for nobody',
    `SELECT s.id FROM task s LEFT JOIN task m ON m.id = s.signs_for
     WHERE s.signs_for IS NOT NULL AND s.status IN ('open', 'waiting') AND (m.id IS NULL OR m.status NOT IN ('open', 'waiting', 'held'))`,
  ],
  [
    'counts other signers than there are',
    `SELECT m.id FROM task m WHERE m.signs_for IS NULL AND m.status IN ('open', 'waiting', 'held') AND m.signers_left <>
       (SELECT COUNT(*) FROM task s WHERE s.signs_for = m.id AND s.status IN ('open', 'waiting'))`,
  ],
  [
    'has an incident, and nothing that failed',
    `SELECT id FROM incident WHERE configuration NOT IN (SELECT id FROM job WHERE retries = 0)
       AND configuration NOT IN (SELECT id FROM external_task WHERE retries = 0)`,
  ],
  [
    'has failed for the last time without an incident',
    `SELECT id FROM job WHERE retries = 0 AND id NOT IN (SELECT configuration FROM incident)
     UNION ALL SELECT id FROM external_task WHERE retries = 0 AND id NOT IN (SELECT configuration FROM incident)`,
  ],
  [
    'runs while its instance stands still, or the other way round',
    `SELECT j.id FROM job j JOIN process_instance i ON i.id = j.instance_id
       WHERE (i.suspended = 0 AND j.suspended_left IS NOT NULL) OR (i.suspended = 1 AND j.suspended_left IS NULL)
     UNION ALL SELECT x.id FROM external_task x JOIN process_instance i ON i.id = x.instance_id WHERE x.suspended <> i.suspended`,
  ],
  [
    'is a record without its instance',
    `SELECT id FROM submission WHERE instance_id NOT IN (SELECT id FROM process_instance)
       AND instance_id NOT IN (SELECT id FROM history_instance)`,
  ],
  [
    'is an instance without its record',
    `SELECT id FROM process_instance WHERE subject_kind = 'student' AND (business_key IS NULL OR business_key <> subject_id)
       AND id NOT IN (SELECT instance_id FROM submission)`,
  ],
  [
    'is in the history and among what runs',
    'SELECT id FROM process_instance WHERE id IN (SELECT id FROM history_instance)',
  ],
];

async function contradictions({ sql }: Context): Promise<string[]> {
  const found: string[] = [];
  for (const [rule, query] of rules)
    found.push(...(await sql.all<{ id: string }>(query)).map(({ id }) => `${id} ${rule}`));
  return found;
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
