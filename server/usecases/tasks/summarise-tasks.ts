import type { TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import type { Context } from '../../context.ts';
import { masterVersionColumn, namesUnder } from '../../persistence/names.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { places, query, type SqlStatement } from '../../persistence/sql-statement.ts';
import { confirmationOf } from './confirmation.ts';
import { filingsUnderDecision } from './filings-under-decision.ts';
import { inboxStatement } from './inbox-query.ts';

interface Row {
  id: string;
  instance_id: string;
  element_id: string;
  name: string;
  title: string;
  bundle_id: string;
  form_key: string;
  record_form: string | null;
  student_id: string | null;
  class_id: string | null;
  school_id: string | null;
  created_at: number;
  due_at: number | null;
  round: number;
  suspended: number | boolean | null;
  signs_for: string | null;
  delegation: string | null;
  revision: number | null;
  master_version: number;
}

/** Tasks as lists show them, in the order of `ids`. */
export async function summariseTasks(context: Context, ids: readonly string[]): Promise<TaskSummary[]> {
  if (ids.length === 0) return [];
  const summaries = await taskSummaries(
    context,
    await context.sql.all(
      `${summaryColumns} FROM task t ${summaryJoins} WHERE t.id IN (${places(ids)})`,
      ids,
    ),
  );
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const summaryColumns = `SELECT t.id, t.instance_id, t.element_id, t.name, t.title, t.bundle_id, t.form_key, r.form_key AS record_form,
    t.student_id, t.class_id, t.school_id, ${masterVersionColumn}, t.created_at, t.due_at, t.round, i.suspended,
    t.signs_for, t.delegation, r.revision`;
const summaryJoins = `LEFT JOIN process_instance i ON i.id = t.instance_id LEFT JOIN submission r ON r.id = t.submission_id`;

/**
 * Finds the task that stands first in each of these inboxes, for `taskSummaries`; `asked` of a row tells in which, counted
 * from 0.
 */
export function nextTasksQuery(inboxes: readonly (readonly string[])[]): SqlStatement {
  const pages = inboxes.map((holders) => inboxStatement(holders, {}, null, 1));
  const union = pages.map(
    ({ text }, asked) => `SELECT ${asked} AS asked, p${asked}.* FROM (${text}) p${asked}`,
  );
  return query(
    `${summaryColumns}, inbox.asked FROM (${union.join(' UNION ALL ')}) inbox JOIN task t ON t.id = inbox.task_id ${summaryJoins}`,
    pages.flatMap(({ values }) => values),
  );
}

/** Finds the tasks of a page of an inbox (`inboxStatement`) in its order, for `taskSummaries`. */
export function inboxSummariesQuery(page: SqlStatement): SqlStatement {
  return query(
    `${summaryColumns}, inbox.due_sort FROM (${page.text}) inbox JOIN task t ON t.id = inbox.task_id ${summaryJoins}
     ORDER BY inbox.due_sort, inbox.task_id`,
    page.values,
  );
}

/** What a query for summaries found. */
export async function taskSummaries(context: Context, found: readonly unknown[]): Promise<TaskSummary[]> {
  const rows = found as Row[];
  const names = await namesUnder(context, Number(rows[0]?.master_version ?? 0), {
    student: rows.map(({ student_id }) => student_id),
    org_unit: rows.flatMap(({ class_id, school_id }) => [class_id, school_id]),
  });
  const filings = await filingsUnderDecision(
    context,
    rows.flatMap(({ student_id, instance_id }) => (student_id === null ? [instance_id] : [])),
  );
  const summaries: TaskSummary[] = [];
  for (const row of rows) {
    const bundle = await loadBundle(context, row.bundle_id);
    const formKey = row.record_form ?? row.form_key;
    const filing = filings.get(row.instance_id);
    const part = row.signs_for !== null ? 'signer' : row.delegation === 'pending' ? 'delegate' : 'main';
    const confirmation =
      part === 'main' && !row.suspended && row.revision !== null
        ? confirmationOf(bundle, row.element_id)
        : null;
    summaries.push({
      id: row.id,
      instanceId: row.instance_id,
      elementId: row.element_id,
      name: row.name,
      title: filing?.planName ?? row.title,
      formKey,
      formName: bundle.forms.get(formKey)?.name ?? formKey,
      student: row.student_id
        ? {
            id: row.student_id,
            name: names.of('student', row.student_id),
            className: names.of('org_unit', row.class_id),
            schoolName: names.of('org_unit', row.school_id),
          }
        : null,
      ...(filing && { filing: filing.shown }),
      createdAt: new Date(Number(row.created_at)).toISOString(),
      dueAt: row.due_at === null ? null : new Date(Number(row.due_at)).toISOString(),
      overdue: !row.suspended && row.due_at !== null && Number(row.due_at) <= context.now(),
      suspended: Boolean(row.suspended),
      round: Number(row.round),
      part,
      confirmation: confirmation && { ...confirmation, recordRevision: Number(row.revision) },
    });
  }
  return summaries;
}
