import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { PlanProcess, PlanStep } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import { instanceOfArchivedTask } from '../../history/read-history.ts';
import { loadBundle, type PublishedBundle } from '../../persistence/published-bundle.ts';
import { places, query, type SqlStatement } from '../../persistence/sql-statement.ts';

/** A task with the step that the plan describes for it. */
export interface TaskAtStep {
  readonly id: string;
  readonly instanceId: string;
  readonly token: number;
  readonly name: string;
  readonly title: string;
  readonly status: string;
  /** A request to sign for another task (加签); null: the task of a step itself. */
  readonly signsFor: string | null;
  /** How many are still to sign before the process goes on. */
  readonly signersLeft: number;
  readonly delegated: boolean;
  /** To whom it is offered or given. */
  readonly holders: readonly string[];
  readonly endedAt: number | null;
  readonly endedBy: string | null;
  readonly bundle: PublishedBundle;
  readonly process: PlanProcess;
  readonly step: PlanStep;
  readonly record: {
    readonly id: string;
    readonly formKey: string;
    readonly studentId: string;
    readonly termSlot: number;
    readonly revision: number;
    readonly sealed: string;
  };
}

export interface TaskRow {
  id: string;
  instance_id: string;
  token: number;
  element_id: string;
  name: string;
  title: string;
  status: string;
  signs_for: string | null;
  signers_left: number;
  delegation: string | null;
  holders: string;
  ended_at: number | null;
  ended_by_name: string | null;
  bundle_id: string;
  record_id: string;
  record_form: string;
  student_id: string;
  term_slot: number;
  revision: number;
  data: string;
}

/** Throws `not-found` for an unknown task. */
export async function taskAtStep(context: Context, id: string): Promise<TaskAtStep> {
  const { text, values } = taskQuery([id]);
  const [row] = await context.sql.all<TaskRow>(text, values);
  return requireTask(context, id, row);
}

/** Finds what `requireTask` needs of these tasks. */
export function taskQuery(ids: readonly string[]): SqlStatement {
  return query(
    `SELECT t.id, t.instance_id, t.token, t.element_id, t.name, t.title, t.status, t.signs_for, t.signers_left, t.delegation, t.holders, t.ended_at, u.name AS ended_by_name, t.bundle_id,
       r.id AS record_id, r.form_key AS record_form, r.student_id, r.term_slot, r.revision, r.data
     FROM task t JOIN submission r ON r.id = t.submission_id LEFT JOIN app_user u ON u.id = t.ended_by
     WHERE t.id IN (${places(ids)})`,
    ids,
  );
}

/** The task that `taskQuery` found; throws `not-found` when it did not. */
export async function requireTask(
  context: Context,
  id: string,
  row: TaskRow | undefined,
): Promise<TaskAtStep> {
  if (!row && (await instanceOfArchivedTask(context, id)) !== null)
    throw new AppError('task-not-open', 'This task ended long ago and is archived with its process.', {
      taskId: id,
    });
  if (!row) throw new AppError('not-found', 'There is no task with this id.', { kind: 'task', id });
  const bundle = await loadBundle(context, row.bundle_id);
  const process = bundle.manifest.processes.find((candidate) =>
    candidate.steps.some((step) => step.element === row.element_id),
  );
  const step = process?.steps.find((candidate) => candidate.element === row.element_id);
  if (!process || !step)
    throw new AppError('engine-failed', `The plan describes no step "${row.element_id}".`, {
      elementId: row.element_id,
    });
  return {
    id,
    instanceId: row.instance_id,
    token: Number(row.token),
    name: row.name,
    title: row.title,
    status: row.status,
    signsFor: row.signs_for,
    signersLeft: Number(row.signers_left),
    delegated: row.delegation === 'pending',
    holders: JSON.parse(row.holders) as string[],
    endedAt: row.ended_at === null ? null : Number(row.ended_at),
    endedBy: row.ended_by_name,
    bundle,
    process,
    step,
    record: {
      id: row.record_id,
      formKey: row.record_form,
      studentId: row.student_id,
      termSlot: Number(row.term_slot),
      revision: Number(row.revision),
      sealed: row.data,
    },
  };
}

/** Throws a 409 for a task that is not decided on by whoever holds it now: a request to sign, or one that was delegated. */
export function assertDecides(task: TaskAtStep): void {
  if (task.signsFor !== null)
    throw new AppError('task-is-signature', 'You are asked to sign; answer the request instead.', {
      taskId: task.id,
    });
  if (task.delegated)
    throw new AppError(
      'task-delegated',
      'This task was delegated; whoever prepares it gives it back first.',
      {
        taskId: task.id,
      },
    );
}

/** Throws a 409 that names the task, who ended it and when, unless it is open. */
export function assertOpen(task: TaskAtStep): void {
  if (task.status === 'open') return;
  const detail = {
    taskId: task.id,
    name: task.name,
    title: task.title,
    endedBy: task.endedBy,
    endedAt: task.endedAt === null ? null : new Date(task.endedAt).toISOString(),
  };
  if (task.status === 'completed') {
    throw new AppError(
      'task-already-completed',
      `"${task.name}" of "${task.title}" was completed already${task.endedBy ? ` by ${task.endedBy}` : ''}; nothing was changed.`,
      detail,
    );
  }
  throw new AppError(
    'task-not-open',
    `"${task.name}" of "${task.title}" is no longer needed; nothing was changed.`,
    detail,
  );
}
