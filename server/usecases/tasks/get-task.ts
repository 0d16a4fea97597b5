import type { getTask as contract, TaskDetail } from '@oneplan/runtime/contracts/api/tasks.ts';
import { componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import { arrayOf, isPlainObject } from '@oneplan/runtime/forms/definition.ts';
import { stripUnreadable } from '@oneplan/runtime/forms/permission.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import type { PublishedForm } from '../../persistence/published-bundle.ts';
import { formAtStep } from '../records/form-at-step.ts';
import { valueAt } from '../records/present-fields.ts';
import { openData, type RecordData } from '../records/record-data.ts';
import { remarkOf, summariseRecords } from '../records/summarise-records.ts';
import { summariseTasks } from './summarise-tasks.ts';
import { assertOpen, type TaskAtStep, taskAtStep } from './task-row.ts';

/** What somebody needs to do one task. A task that was done meanwhile is a 409 that says by whom. */
export async function getTask(
  context: Context,
  caller: Caller,
  id: string,
): Promise<z.input<typeof contract.response>> {
  const task = await taskAtStep(context, id);
  assertOpen(task);
  const [summary] = await summariseTasks(context, [id]);
  const [recordSummary] = await summariseRecords(context, caller, [task.record.id]);
  const recordForm = task.bundle.forms.get(task.record.formKey);
  if (!summary || !recordSummary || !recordForm) throw new Error(`task ${id} has no record`);
  const data = stripUnreadable(
    recordForm.definition,
    openData(context, 'submission.data', task.record.sealed),
    task.step.record,
  );
  const ownForm = task.step.form && task.bundle.forms.get(task.step.form.key);
  return {
    task: summary,
    form:
      ownForm && task.step.form
        ? {
            key: ownForm.key,
            definition: formAtStep(ownForm, task.step.form.required)
              .definition as TaskDetail['form']['definition'],
            permission: permissionOf(task.step.form),
            data: {},
          }
        : {
            key: recordForm.key,
            definition: formAtStep(recordForm, task.step.record.required)
              .definition as TaskDetail['form']['definition'],
            permission: permissionOf(task.step.record),
            data,
          },
    record: ownForm
      ? {
          summary: recordSummary,
          definition: recordForm.definition as TaskDetail['form']['definition'],
          data,
          changed: await changedSinceLastDecision(context, task, recordForm, data),
        }
      : null,
    outcome: ownForm ? outcomeButtons(task, ownForm) : null,
    returnReason: await lastReturn(context, task),
    recordRevision: task.record.revision,
  };
}

function permissionOf(binding: {
  readable: '*' | string[];
  editable: '*' | string[];
}): TaskDetail['form']['permission'] {
  return { readable: binding.readable, editable: binding.editable };
}

/** The options of the component that the plan names as the outcome, as buttons in their order. */
function outcomeButtons(task: TaskAtStep, form: PublishedForm): TaskDetail['outcome'] {
  const outcome = task.step.outcome;
  if (!outcome) return null;
  const node = [...walkComponents(componentTree(form.definition))].find(
    (candidate) => candidate.key === outcome.component,
  );
  const options = node ? arrayOf(node.component, 'values').filter(isPlainObject) : [];
  return {
    key: outcome.component,
    remark: outcome.remark ?? null,
    values: options.map((option) => ({
      value: String(option.value),
      label: String(option.label),
      kind: outcome.kinds[String(option.value)] ?? 'other',
    })),
  };
}

/** Keys of the components whose value differs from the revision that was decided on last time. */
async function changedSinceLastDecision(
  context: Context,
  task: TaskAtStep,
  form: PublishedForm,
  data: RecordData,
): Promise<string[]> {
  const row = await context.sql.one<{ data: string }>(
    `SELECT v.data FROM task_submission d JOIN submission_revision v ON v.submission_id = d.submission_id AND v.revision = d.record_revision
     WHERE d.submission_id = ? ORDER BY d.created_at DESC LIMIT 1`,
    [task.record.id],
  );
  if (!row) return [];
  const before = openData(context, 'submission.data', row.data);
  return [...walkComponents(componentTree(form.definition))]
    .filter((node) => node.component.input === true && !node.dataPath.includes('[]'))
    .filter(
      (node) =>
        JSON.stringify(valueAt(before, node.dataPath)) !== JSON.stringify(valueAt(data, node.dataPath)),
    )
    .map((node) => node.key);
}

async function lastReturn(context: Context, task: TaskAtStep): Promise<TaskDetail['returnReason']> {
  const row = await context.sql.one<{
    data: string;
    bundle_id: string;
    element_id: string;
    author_id: string;
    author: string;
    created_at: number;
  }>(
    `SELECT d.data, t.bundle_id, t.element_id, d.author_id, u.name AS author, d.created_at FROM task_submission d JOIN task t ON t.id = d.task_id
     JOIN app_user u ON u.id = d.author_id WHERE d.submission_id = ? ORDER BY d.created_at DESC LIMIT 1`,
    [task.record.id],
  );
  const text = row && (await remarkOf(context, row));
  return row && text
    ? {
        text,
        by: { id: row.author_id, name: row.author },
        at: new Date(Number(row.created_at)).toISOString(),
      }
    : null;
}
