import type { completeTask as contract } from '@oneplan/runtime/contracts/api/tasks.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { CommandOrder } from '../../engine-port.ts';
import { auditRow } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { assertHolds } from '../../identity/held-task.ts';
import { type LockedInstance, lockInstances } from '../../persistence/engine/instance-row.ts';
import type { RecordRef } from '../../persistence/engine/instance-scope.ts';
import { WriteBatch } from '../../persistence/write-batch.ts';
import { holdTask } from '../approval/held-task.ts';
import { engineOf } from '../engine/engine.ts';
import { done } from '../engine/execute-command.ts';
import { bindAttachments } from '../records/attachment-references.ts';
import { checkReferences } from '../records/check-references.ts';
import { checkSubmission } from '../records/check-submission.ts';
import { checkTermCaps } from '../records/check-term-caps.ts';
import { titleOf } from '../records/create-submission.ts';
import { openData, type RecordData, sealData } from '../records/record-data.ts';
import { recordSummaries, recordSummaryQueries, summariesOf } from '../records/summarise-records.ts';
import { nextTasksQuery, taskSummaries } from './summarise-tasks.ts';
import {
  assertDecides,
  assertOpen,
  requireTask,
  type TaskAtStep,
  type TaskRow,
  taskAtStep,
  taskQuery,
} from './task-row.ts';

export interface Completion {
  readonly taskId: string;
  readonly data: RecordData;
  readonly recordRevision: number;
  /** Instance of the task, when the caller knows it already. */
  readonly instanceId?: string | null;
}

type Answer = z.input<typeof contract.response>;

/** A completion that was checked, with the rows that are its own; the engine has not been asked yet. */
interface Prepared {
  readonly task: TaskAtStep;
  readonly rows: WriteBatch;
  readonly variables: Variables;
  readonly order: CommandOrder;
}

/**
 * Completes a user task in the caller's transaction: what was filled in, the engine's state, tasks, history, audit
 * and outbox are written together or not at all. The instance row is locked before the task is looked at, so of
 * two who decide at once one is told so: `task-already-completed`; and whoever decides on what a colleague has just
 * taken: `task-taken`.
 */
export async function completeTask(context: Context, caller: Caller, input: Completion): Promise<Answer> {
  const instanceId = input.instanceId ?? (await taskAtStep(context, input.taskId)).instanceId;
  const { instances, found } = await lockInstances(context, [instanceId], [taskQuery([input.taskId])]);
  const [row] = (found[0] ?? []) as unknown as TaskRow[];
  const prepared = await prepare(context, caller, input, instances, row);
  const { task, rows: batch } = prepared;
  if (task.signersLeft === 0) {
    done(await engineOf(context).execute(context, batch, [prepared.order]));
  } else {
    // Others have to sign: the decision is kept, and the process goes on with it after the last of them.
    await batch.flush(context.sql);
    await holdTask(context, caller, task.id, prepared.variables);
  }
  batch.insert('audit', completedRow(context, caller, task));
  const [next = [], ...records] = await batch.flush(context.sql, [
    nextTasksQuery([caller.holders]),
    ...recordSummaryQueries([task.record.id]),
  ]);
  return answerOf(context, caller, task, next, records);
}

/**
 * Completes tasks of different instances in the caller's transaction, each for its own caller: one statement locks and
 * reads, one packet writes all of it. Answers null for a completion that has to be asked for by itself, because it is
 * refused or waits for signers; it has written nothing.
 */
export async function completeTasksTogether(
  context: Context,
  completions: readonly { readonly caller: Caller; readonly input: Completion & { instanceId: string } }[],
): Promise<(Answer | null)[]> {
  const { instances, found } = await lockInstances(
    context,
    completions.map(({ input }) => input.instanceId),
    [taskQuery(completions.map(({ input }) => input.taskId))],
  );
  const tasks = new Map(((found[0] ?? []) as unknown as TaskRow[]).map((row) => [row.id, row]));
  const ready: { readonly place: number; readonly caller: Caller; readonly prepared: Prepared }[] = [];
  for (const [place, { caller, input }] of completions.entries()) {
    const prepared = await prepare(context, caller, input, instances, tasks.get(input.taskId)).catch(refused);
    if (prepared !== null && prepared.task.signersLeft === 0) ready.push({ place, caller, prepared });
  }
  const batch = new WriteBatch();
  const outcomes = await engineOf(context).execute(
    context,
    batch,
    ready.map(({ prepared }) => prepared.order),
  );
  const through = ready.filter((_, index) => outcomes[index]?.error === undefined);
  for (const { caller, prepared } of through) {
    batch.add(prepared.rows);
    batch.insert('audit', completedRow(context, caller, prepared.task));
  }
  const answers: (Answer | null)[] = completions.map(() => null);
  if (through.length === 0) return answers;
  const callers = [...new Set(through.map(({ caller }) => caller))];
  const [next = [], ...records] = await batch.flush(context.sql, [
    nextTasksQuery(callers.map(({ holders }) => holders)),
    ...recordSummaryQueries(through.map(({ prepared }) => prepared.task.record.id)),
  ]);
  const summaries = summariesOf(records);
  for (const { place, caller, prepared } of through) {
    const { task } = prepared;
    const mine = next.filter((row) => callers[Number(row.asked)] === caller);
    answers[place] = await answerOf(context, caller, task, mine, summaries(task.record.id));
  }
  return answers;
}

/** What the caller did wrong is told when it is asked for by itself; anything else ends the transaction. */
function refused(error: unknown): null {
  if (error instanceof AppError || error instanceof EngineError) return null;
  throw error;
}

async function prepare(
  context: Context,
  caller: Caller,
  input: Completion,
  instances: ReadonlyMap<string, LockedInstance>,
  row: TaskRow | undefined,
): Promise<Prepared> {
  const task = await requireTask(context, input.taskId, row);
  const instance = instances.get(task.instanceId);
  assertOpen(task);
  assertDecides(task);
  assertHolds(caller, task);
  if (!instance)
    throw new AppError('engine-failed', 'The process instance of this task is missing.', { taskId: task.id });
  if (task.record.revision !== input.recordRevision) {
    throw new AppError(
      'revision-stale',
      'The record was changed since you opened it; load it again and decide on what it says now.',
      {
        taskId: task.id,
        revision: task.record.revision,
      },
    );
  }
  const rows = new WriteBatch();
  const filled = task.step.form
    ? await saveOwnForm(context, rows, caller, task, input.data)
    : await saveRecord(context, rows, caller, task, input.data);
  const variables = variablesAfter(task, filled);
  const command = { type: 'complete-user-task', token: task.token, variables } as const;
  const followed = task.step.form ? instance : { ...instance, record: recordAfter(task, filled) };
  return { task, rows, variables, order: { instance: followed, command, actor: caller, taskId: task.id } };
}

const completedRow = (context: Context, caller: Caller, task: TaskAtStep) =>
  auditRow(context, caller, {
    action: 'task.completed',
    objectKind: 'task',
    objectId: task.id,
    detail: { recordId: task.record.id, studentId: task.record.studentId, element: task.step.element },
  });

async function answerOf(
  context: Context,
  caller: Caller,
  task: TaskAtStep,
  next: readonly unknown[],
  records: readonly unknown[],
): Promise<Answer> {
  const [record] = await recordSummaries(context, caller, [task.record.id], records);
  return {
    taskId: task.id,
    completedAt: new Date(context.now()).toISOString(),
    record: record ?? null,
    next: (await taskSummaries(context, next))[0] ?? null,
  };
}

/** A step with a form of its own (a decision): its data belongs to the task; the record stays as it is. */
async function saveOwnForm(
  context: Context,
  batch: WriteBatch,
  caller: Caller,
  task: TaskAtStep,
  incoming: RecordData,
): Promise<RecordData> {
  const binding = task.step.form;
  const form = binding && task.bundle.forms.get(binding.key);
  if (!binding || !form) throw new AppError('engine-failed', `The plan has no form "${binding?.key}".`);
  const valid = checkSubmission(form, {}, incoming, binding);
  const data = await checkReferences(context, caller, form.definition, {}, valid);
  const outcome = task.step.outcome ? data[task.step.outcome.component] : undefined;
  batch.insert('task_submission', {
    task_id: task.id,
    submission_id: task.record.id,
    form_key: binding.key,
    data: sealData(context, 'task-submission.data', data),
    outcome: typeof outcome === 'string' ? outcome : null,
    record_revision: task.record.revision,
    author_id: caller.userId,
    created_at: context.now(),
  });
  return data;
}

/** A step on the record itself: a new revision; the earlier ones stay. */
async function saveRecord(
  context: Context,
  batch: WriteBatch,
  caller: Caller,
  task: TaskAtStep,
  incoming: RecordData,
): Promise<RecordData> {
  const form = task.bundle.forms.get(task.record.formKey);
  if (!form) throw new AppError('engine-failed', `The plan has no form "${task.record.formKey}".`);
  const stored = openData(context, 'submission.data', task.record.sealed);
  const valid = checkSubmission(form, stored, incoming, task.step.record);
  const checked = await checkReferences(context, caller, form.definition, stored, valid);
  await checkTermCaps(context, form.definition, checked, {
    studentId: task.record.studentId,
    formKey: task.record.formKey,
    termSlot: task.record.termSlot,
    submissionId: task.record.id,
  });
  const data = await bindAttachments(context, form.definition, checked, {
    studentId: task.record.studentId,
    submissionId: task.record.id,
  });
  const titleComponent =
    task.bundle.manifest.records.find((record) => record.form === task.record.formKey)?.title ?? '';
  const sealed = sealData(context, 'submission.data', data);
  const revision = task.record.revision + 1;
  const now = context.now();
  const title = titleOf(data, titleComponent, form.name);
  batch.update('submission', task.record.id, { data: sealed, title, revision, updated_at: now });
  batch.insert('submission_revision', {
    submission_id: task.record.id,
    revision,
    data: sealed,
    author_id: caller.userId,
    task_id: task.id,
    element_id: task.step.element,
    created_at: now,
  });
  return data;
}

/** The record as the step has left it: the tasks that follow show its new title and count its new revision. */
function recordAfter({ record, bundle }: TaskAtStep, filled: RecordData): RecordRef {
  const { id, formKey, revision } = record;
  const component = bundle.manifest.records.find(({ form }) => form === formKey)?.title ?? '';
  const title = titleOf(filled, component, bundle.forms.get(formKey)?.name ?? formKey);
  return { id, formKey, title, revision: revision + 1 };
}

/** The variables that the plan takes from this step; everything else that was filled in stays out of the engine. */
function variablesAfter(task: TaskAtStep, filled: RecordData): Variables {
  const variables: Record<string, unknown> = {};
  for (const { name, source } of task.process.variables) {
    if (source.from === 'step' && source.element === task.step.element)
      variables[name] = filled[source.component] ?? null;
    if (source.from === 'title' && !task.step.form) {
      const component =
        task.bundle.manifest.records.find((record) => record.form === task.record.formKey)?.title ?? '';
      variables[name] = titleOf(filled, component, task.title);
    }
  }
  return variables as Variables;
}
