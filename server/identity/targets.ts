import type { TargetKind } from '@oneplan/runtime/contracts/permissions.ts';
import type { Context } from '../context.ts';
import { instanceOfArchivedTask, readArchived } from '../history/read-history.ts';
import { currentTransaction } from '../persistence/database.ts';
import { masterDataVersion, masterDataVersionQuery } from '../persistence/master-data.ts';
import { type CombinedRead, loadAtOnce, loadCombined } from '../persistence/read-combiner.ts';
import { places, query } from '../persistence/sql-statement.ts';
import { type LastUnits, unitsUnder } from '../persistence/subject-units.ts';

/** What the policy needs to know about the thing a route is about. */
export interface TargetFacts {
  /** Path of the org unit that it lies in; empty: in none, so no unit relation can hold. */
  readonly path: string;
  readonly studentId: string | null;
  readonly instanceId: string | null;
  /** To whom the task was offered. */
  readonly holders: readonly string[];
}

type Loader = (context: Context, id: string) => Promise<TargetFacts | null>;

const facts = (found: Partial<TargetFacts>): TargetFacts => ({
  path: '',
  studentId: null,
  instanceId: null,
  holders: [],
  ...found,
});

async function pathOf(context: Context, orgUnitId: string): Promise<string> {
  return (await context.tables.orgUnits.findOne({ id: orgUnitId }))?.path ?? '';
}

/** The class a pupil is in today; without one, nobody's unit holds the pupil. */
async function studentFacts(context: Context, studentId: string): Promise<TargetFacts | null> {
  const [version] = await context.sql.batch([masterDataVersionQuery]);
  const units = (await unitsUnder(context, masterDataVersion(version), [studentId])).get(studentId);
  if (units) return facts({ path: pathToday(units), studentId });
  // Never enrolled, or unknown.
  const known = await context.tables.students.findOne({ id: studentId });
  return known ? facts({ studentId }) : null;
}

async function ofStudent(
  context: Context,
  studentId: string,
  more: Partial<TargetFacts>,
): Promise<TargetFacts> {
  return { ...((await studentFacts(context, studentId)) ?? facts({ studentId })), ...more };
}

/** A task that is archived with its instance. */
async function archivedTask(context: Context, id: string): Promise<TargetFacts | null> {
  const instanceId = await instanceOfArchivedTask(context, id);
  const rows = instanceId === null ? undefined : (await readArchived(context, instanceId))?.tables.task;
  const row = rows?.find((task) => task.id === id);
  if (!row || instanceId === null) return null;
  const more = { instanceId, holders: JSON.parse(String(row.holders)) as string[] };
  return row.student_id == null ? facts(more) : ofStudent(context, String(row.student_id), more);
}

/** A job or incident lies where its instance lies; without one, in the org unit that published its definition. */
async function instanceOf(
  context: Context,
  statement: string,
  values: readonly string[],
): Promise<TargetFacts | null> {
  const row = await context.sql.one<{ instance_id: string; tenant_id: string }>(statement, values);
  if (!row) return null;
  if (row.instance_id !== '') return targetLoaders.instance(context, row.instance_id);
  return facts({ path: row.tenant_id === '' ? '' : await pathOf(context, row.tenant_id) });
}

const tasks: CombinedRead<TaskFound> = {
  queries: (ids) => [
    query(`SELECT id, student_id, instance_id, holders FROM task WHERE id IN (${places(ids)})`, ids),
  ],
  values: async (context, [found], version) => {
    const rows = found as unknown as TaskRow[];
    const pupils = rows.flatMap(({ student_id }) => student_id ?? []);
    const units = await unitsUnder(context, version, pupils);
    return new Map(rows.map((row) => [row.id, { ...row, path: pathToday(units.get(row.student_id ?? '')) }]));
  },
};

/** Path of the class that a pupil is in today. */
const pathToday = (units: LastUnits | undefined): string => (units?.enrolled ? units.path : '');

interface TaskRow {
  id: string;
  student_id: string | null;
  instance_id: string;
  holders: string;
}
interface TaskFound extends TaskRow {
  path: string;
}

/** One line a kind. Null: there is no such thing; callers learn no more than that it is not theirs. */
export const targetLoaders: Readonly<Record<TargetKind, Loader>> = {
  'org-unit': async (context, id) => {
    const unit = await context.tables.orgUnits.findOne({ id });
    return unit ? facts({ path: unit.path }) : null;
  },
  student: studentFacts,
  record: async (context, id) => {
    const row = await context.sql.one<{ student_id: string; instance_id: string }>(
      'SELECT student_id, instance_id FROM submission WHERE id = ?',
      [id],
    );
    return row ? ofStudent(context, row.student_id, { instanceId: row.instance_id }) : null;
  },
  task: async (context, id) => {
    const row = currentTransaction()
      ? await loadAtOnce(context, tasks, id)
      : await loadCombined(context, tasks, id);
    if (!row) return archivedTask(context, id);
    return facts({
      path: row.path,
      studentId: row.student_id,
      instanceId: row.instance_id,
      holders: JSON.parse(row.holders) as string[],
    });
  },
  instance: async (context, id) => {
    const row = await context.sql.one<{ subject_kind: string; subject_id: string; tenant_id: string }>(
      `SELECT subject_kind, subject_id, tenant_id FROM process_instance WHERE id = ?
       UNION ALL SELECT subject_kind, subject_id, tenant_id FROM history_instance WHERE id = ?`,
      [id, id],
    );
    if (!row) return null;
    if (row.subject_kind === 'student') return ofStudent(context, row.subject_id, { instanceId: id });
    const unit = row.subject_kind === 'none' ? row.tenant_id : row.subject_id;
    return facts({ path: await pathOf(context, unit), instanceId: id });
  },
  job: async (context, id) =>
    instanceOf(
      context,
      `SELECT instance_id, tenant_id FROM job WHERE id = ? UNION ALL SELECT w.instance_id, i.tenant_id FROM engine_work w
       JOIN process_instance i ON i.id = w.instance_id WHERE w.id = ?`,
      [id, id],
    ),
  incident: async (context, id) =>
    instanceOf(context, 'SELECT instance_id, tenant_id FROM incident WHERE id = ?', [id]),
  attachment: async (context, id) => {
    const row = await context.sql.one<{ student_id: string; instance_id: string | null }>(
      'SELECT a.student_id, s.instance_id FROM attachment a LEFT JOIN submission s ON s.id = a.submission_id WHERE a.id = ?',
      [id],
    );
    return row ? ofStudent(context, row.student_id, { instanceId: row.instance_id }) : null;
  },
  notice: async (context, id) => {
    const row = await context.sql.one<{ audience_id: string }>(
      'SELECT audience_id FROM notice WHERE id = ?',
      [id],
    );
    return row ? facts({ path: await pathOf(context, row.audience_id) }) : null;
  },
  layer: async (context, id) => {
    const row = await context.sql.one<{ org_unit_id: string }>(
      'SELECT org_unit_id FROM plan_layer WHERE id = ?',
      [id],
    );
    return row ? facts({ path: await pathOf(context, row.org_unit_id) }) : null;
  },
  filing: async (context, id) => {
    const row = await context.sql.one<{ org_unit_id: string; instance_id: string }>(
      'SELECT l.org_unit_id, f.instance_id FROM filing f JOIN plan_layer l ON l.id = f.layer_id WHERE f.id = ?',
      [id],
    );
    if (!row) return null;
    const open = await context.sql.all<{ holders: string }>(
      "SELECT holders FROM task WHERE instance_id = ? AND status = 'open'",
      [row.instance_id],
    );
    return facts({
      path: await pathOf(context, row.org_unit_id),
      holders: open.flatMap(({ holders }) => JSON.parse(holders) as string[]),
    });
  },
  bundle: async (context, id) => {
    const row = await context.sql.one<{ org_unit_id: string }>(
      'SELECT l.org_unit_id FROM bundle b JOIN plan_layer l ON l.id = b.layer_id WHERE b.id = ?',
      [id],
    );
    return row ? facts({ path: await pathOf(context, row.org_unit_id) }) : null;
  },
};
