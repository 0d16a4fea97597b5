import type { RecordState, RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { masterVersionColumn, namesUnder } from '../../persistence/names.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { places, query, type SqlStatement } from '../../persistence/sql-statement.ts';
import { presentFields } from './present-fields.ts';
import { openData } from './record-data.ts';
import { dimensionName } from './record-forms.ts';
import { transitQuery, transitsByRecord } from './record-transit.ts';

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
  class_id: string;
  school_id: string;
  master_version: number;
}

/** Records as lists show them, in the order of `ids`; unknown ids are left out. */
export async function summariseRecords(
  context: Context,
  caller: Caller,
  ids: readonly string[],
): Promise<RecordSummary[]> {
  if (ids.length === 0) return [];
  return recordSummaries(context, caller, ids, await context.sql.batch(recordSummaryQueries(ids)));
}

/** The queries behind `summariseRecords`, to be asked together with others; ids must not be empty. */
export function recordSummaryQueries(ids: readonly string[]): SqlStatement[] {
  const among = ids.length === 1 ? '= ?' : `IN (${places(ids)})`;
  return [
    query(
      `SELECT r.id, r.bundle_id, r.form_key, r.student_id, r.term_slot, r.instance_id, r.title, r.state, r.revision, r.data, r.created_at, r.updated_at,
         r.class_id, r.school_id, ${masterVersionColumn}
       FROM submission r
       WHERE r.id ${among}`,
      ids,
    ),
    query(
      `SELECT d.submission_id, d.data, t.bundle_id, t.element_id FROM submission r JOIN task_submission d ON d.submission_id = r.id
       JOIN task t ON t.id = d.task_id WHERE r.id ${among} AND r.state = 'returned' ORDER BY d.created_at`,
      ids,
    ),
    query(
      `SELECT id, submission_id, holders FROM task WHERE submission_id ${among} AND status = 'open'`,
      ids,
    ),
    transitQuery(ids),
  ];
}

/** Divides what `recordSummaryQueries` found for several records; answers what belongs to one of them. */
export function summariesOf(results: readonly Record<string, unknown>[][]): (id: string) => unknown[][] {
  const [records = [], decisions = [], open = [], transits = []] = results;
  const byRecord = new Map<string, Record<string, unknown>[][]>();
  const of = (id: unknown) => {
    const known = byRecord.get(String(id)) ?? [[], [], [], []];
    byRecord.set(String(id), known);
    return known;
  };
  for (const row of records) of(row.id)[0]?.push(row);
  for (const row of decisions) of(row.submission_id)[1]?.push(row);
  for (const row of open) of(row.submission_id)[2]?.push(row);
  for (const row of transits) of(row.record_id)[3]?.push(row);
  return (id) => byRecord.get(id) ?? [[], [], [], []];
}

/** What `recordSummaryQueries` found. */
export async function recordSummaries(
  context: Context,
  caller: Caller,
  ids: readonly string[],
  [found, decisions, open, transits]: readonly unknown[],
): Promise<RecordSummary[]> {
  const rows = found as Row[];
  const names = await namesUnder(context, Number(rows[0]?.master_version ?? 0), {
    student: rows.map(({ student_id }) => student_id),
    org_unit: rows.flatMap(({ class_id, school_id }) => [class_id, school_id]),
  });
  const reasons = await returnReasons(context, decisions as DecisionOnRecord[]);
  const tasks = openTasks(caller, open as OpenTask[]);
  const underWay = transitsByRecord(transits);
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
        name: names.of('student', row.student_id),
        className: names.of('org_unit', row.class_id),
        schoolName: names.of('org_unit', row.school_id),
      },
      instanceId: row.instance_id,
      returnReason: reasons.get(row.id) ?? null,
      taskId: tasks.get(row.id) ?? null,
      transit: underWay.get(row.id) ?? null,
    });
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

interface DecisionOnRecord extends DecisionRow {
  readonly submission_id: string;
}

/** The remark of the last decision on each record. */
async function returnReasons(
  context: Context,
  rows: readonly DecisionOnRecord[],
): Promise<Map<string, string>> {
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

interface OpenTask {
  readonly id: string;
  readonly submission_id: string;
  readonly holders: string;
}

function openTasks(caller: Caller, rows: readonly OpenTask[]): Map<string, string> {
  return new Map(
    rows
      .filter((row) =>
        (JSON.parse(row.holders) as string[]).some((holder) => caller.holders.includes(holder)),
      )
      .map((row) => [row.submission_id, row.id]),
  );
}
