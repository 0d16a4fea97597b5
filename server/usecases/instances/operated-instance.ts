import type { OperatedInstance } from '@oneplan/runtime/contracts/api/operated-instances.ts';
import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import { type Context, today } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { places } from '../../persistence/sql-statement.ts';

/** Columns of `process_instance` that tell how an instance stands. */
export const standingColumns =
  'id, definition_id, bundle_id, subject_kind, subject_id, state, status, suspended, started_at';

export interface StandingRow {
  id: string;
  definition_id: string;
  bundle_id: string;
  subject_kind: string;
  subject_id: string;
  state: string;
  status: string;
  suspended: number | boolean;
  started_at: number;
}

/** Elements where an instance stands: activities, not the events that wait beside them. */
export function standsAt(state: string): string[] {
  const { t: tokens } = JSON.parse(state) as InstanceState;
  return [...new Set(tokens.flatMap(({ e, h }) => (h === undefined ? e : [])))];
}

/** Instances as whoever operates them sees them, in the order given. */
export async function operatedInstances(
  context: Context,
  rows: readonly StandingRow[],
): Promise<OperatedInstance[]> {
  const homes = await homesOf(context, rows);
  const failed = await failedAmong(context, rows);
  const items: OperatedInstance[] = [];
  for (const row of rows) {
    const definition = await findDefinition(context, row.definition_id);
    const nodes = definition?.process.graph.nodes ?? {};
    const home = row.subject_kind === 'student' ? homes.get(row.subject_id) : undefined;
    items.push({
      id: row.id,
      processName: definition?.process.name ?? '',
      bundleId: row.bundle_id,
      bundleVersion: definition?.bundle.version ?? 0,
      className: home?.className ?? null,
      schoolName: home?.schoolName ?? null,
      startedAt: new Date(Number(row.started_at)).toISOString(),
      state: failed.has(row.id) ? 'incident' : (row.status as OperatedInstance['state']),
      suspended: Boolean(row.suspended),
      active: standsAt(row.state).map((id) => nodes[id]?.name ?? id),
    });
  }
  return items;
}

interface Home {
  readonly className: string;
  readonly schoolName: string;
}

/** Class and school of the pupils today. */
async function homesOf(context: Context, rows: readonly StandingRow[]): Promise<ReadonlyMap<string, Home>> {
  const pupils = [...new Set(rows.flatMap((row) => (row.subject_kind === 'student' ? row.subject_id : [])))];
  if (pupils.length === 0) return new Map();
  const day = today(context);
  const found = await context.sql.all<{ student_id: string; class_name: string; school_name: string }>(
    `SELECT e.student_id, c.name AS class_name, s.name AS school_name FROM enrolment e
     JOIN org_unit c ON c.id = e.class_id JOIN org_unit s ON s.id = e.school_id
     WHERE e.student_id IN (${places(pupils)}) AND e.valid_from <= ? AND (e.valid_to IS NULL OR e.valid_to > ?)`,
    [...pupils, day, day],
  );
  return new Map(
    found.map((row) => [row.student_id, { className: row.class_name, schoolName: row.school_name }]),
  );
}

/** Those that wait for somebody because work in them failed for the last time. */
async function failedAmong(context: Context, rows: readonly StandingRow[]): Promise<ReadonlySet<string>> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const found = await context.sql.all<{ instance_id: string }>(
    `SELECT DISTINCT instance_id FROM incident WHERE instance_id IN (${places(ids)})`,
    ids,
  );
  return new Set(found.map(({ instance_id }) => instance_id));
}
