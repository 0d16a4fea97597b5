import type { RecordState, RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { presentFields } from './present-fields.ts';
import { openData } from './record-data.ts';
import { dimensionName } from './recording.ts';

interface Row {
  id: string;
  bundle_id: string;
  form_key: string;
  student_id: string;
  term_slot: number;
  instance_id: string;
  title: string;
  state: RecordState;
  revision: number;
  data: string;
  created_at: number;
  updated_at: number;
  student_name: string;
  class_name: string;
  school_name: string;
}

/** Records as lists show them, in the order of `ids`; unknown ids are left out. */
export async function summariseRecords(
  context: Context,
  caller: Caller,
  ids: readonly string[],
): Promise<RecordSummary[]> {
  if (ids.length === 0) return [];
  const places = ids.map(() => '?').join(',');
  const rows = await context.sql.all<Row>(
    `SELECT r.id, r.bundle_id, r.form_key, r.student_id, r.term_slot, r.instance_id, r.title, r.state, r.revision, r.data, r.created_at, r.updated_at,
       s.name AS student_name, c.name AS class_name, k.name AS school_name
     FROM submission r JOIN student s ON s.id = r.student_id JOIN org_unit c ON c.id = r.class_id JOIN org_unit k ON k.id = r.school_id
     WHERE r.id IN (${places})`,
    ids,
  );
  const reasons = await returnReasons(
    context,
    rows.filter((row) => row.state === 'returned').map((row) => row.id),
  );
  const tasks = await openTasks(context, caller, ids);
  const byId = new Map<string, RecordSummary>();
  for (const row of rows) {
    const bundle = await loadBundle(context, row.bundle_id);
    const form = bundle.forms.get(row.form_key);
    const planned = bundle.manifest.records.find((record) => record.form === row.form_key);
    const data = openData(context, 'submission.data', row.data);
    byId.set(row.id, {
      id: row.id,
      formKey: row.form_key,
      formName: form?.name ?? row.form_key,
      dimension: dimensionName(bundle, row.form_key),
      title: row.title,
      summary: form && planned ? presentFields(form.definition, data, planned.summary) : [],
      state: row.state,
      revision: Number(row.revision),
      termSlot: Number(row.term_slot),
      submittedAt: new Date(Number(row.created_at)).toISOString(),
      updatedAt: new Date(Number(row.updated_at)).toISOString(),
      student: {
        id: row.student_id,
        name: row.student_name,
        className: row.class_name,
        schoolName: row.school_name,
      },
      instanceId: row.instance_id,
      returnReason: reasons.get(row.id) ?? null,
      taskId: tasks.get(row.id) ?? null,
    });
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The remark of the last decision on each record. */
async function returnReasons(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.sql.all<{
    submission_id: string;
    data: string;
    bundle_id: string;
    element_id: string;
  }>(
    `SELECT d.submission_id, d.data, t.bundle_id, t.element_id FROM task_submission d JOIN task t ON t.id = d.task_id
     WHERE d.submission_id IN (${ids.map(() => '?').join(',')}) ORDER BY d.created_at`,
    ids,
  );
  const reasons = new Map<string, string>();
  for (const row of rows) {
    const remark = await remarkOf(context, row);
    if (remark) reasons.set(row.submission_id, remark);
  }
  return reasons;
}

interface DecisionRow {
  readonly data: string;
  readonly bundle_id: string;
  readonly element_id: string;
}

/** What was written as the remark of a decision, by the component that the plan names for it. */
export async function remarkOf(context: Context, row: DecisionRow): Promise<string | null> {
  const bundle = await loadBundle(context, row.bundle_id);
  const step = bundle.manifest.processes
    .flatMap((process) => process.steps)
    .find((candidate) => candidate.element === row.element_id);
  const component = step?.outcome?.remark;
  const value = component ? openData(context, 'task-submission.data', row.data)[component] : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

async function openTasks(
  context: Context,
  caller: Caller,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await context.sql.all<{ id: string; submission_id: string; holders: string }>(
    `SELECT id, submission_id, holders FROM task WHERE status = 'open' AND submission_id IN (${ids.map(() => '?').join(',')})`,
    ids,
  );
  return new Map(
    rows
      .filter((row) =>
        (JSON.parse(row.holders) as string[]).some((holder) => caller.holders.includes(holder)),
      )
      .map((row) => [row.submission_id, row.id]),
  );
}
