import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { assertHolds } from '../../identity/held-task.ts';
import { type LockedInstance, lockInstance } from '../../persistence/engine/instance-row.ts';

export type SignPosition = 'before' | 'parallel' | 'after';

/** A task whose instance is locked, so that nothing about it changes until the transaction ends. */
export interface LockedTask {
  readonly id: string;
  readonly instance: LockedInstance;
  readonly token: number;
  readonly elementId: string;
  readonly name: string;
  readonly title: string;
  readonly status: string;
  readonly assigneeId: string | null;
  readonly ownerId: string | null;
  readonly delegation: 'pending' | 'resolved' | null;
  readonly holders: readonly string[];
  /** Before somebody took it or it was handed on; null: nobody did. */
  readonly offered: readonly string[] | null;
  readonly submissionId: string | null;
  readonly studentId: string | null;
  readonly schoolId: string | null;
  readonly dueAt: number | null;
  readonly signsFor: string | null;
  readonly signPosition: SignPosition | null;
  readonly signersLeft: number;
  readonly held: string | null;
}

interface Row {
  id: string;
  instance_id: string;
  token: number;
  element_id: string;
  name: string;
  title: string;
  status: string;
  assignee_id: string | null;
  owner_id: string | null;
  delegation: LockedTask['delegation'];
  holders: string;
  offered: string | null;
  submission_id: string | null;
  student_id: string | null;
  school_id: string | null;
  due_at: number | null;
  signs_for: string | null;
  sign_position: SignPosition | null;
  signers_left: number;
  held: string | null;
}

const columns = `id, instance_id, token, element_id, name, title, status, assignee_id, owner_id, delegation, holders, offered,
  submission_id, student_id, school_id, due_at, signs_for, sign_position, signers_left, held`;

/**
 * Locks the instance of a task, then reads the task. Throws `not-found` for an unknown task, `instance-suspended`
 * while its clocks stand still, and `task-not-open` unless its status is one of those given.
 */
export async function lockTask(
  context: Context,
  id: string,
  statuses: readonly string[] = ['open'],
): Promise<LockedTask> {
  const seen = await context.sql.one<{ instance_id: string }>('SELECT instance_id FROM task WHERE id = ?', [
    id,
  ]);
  const instance = seen && (await lockInstance(context, seen.instance_id));
  const row = instance && (await context.sql.one<Row>(`SELECT ${columns} FROM task WHERE id = ?`, [id]));
  if (!instance || !row)
    throw new AppError('not-found', 'There is no task with this id.', { kind: 'task', id });
  if (instance.suspended)
    throw new AppError(
      'instance-suspended',
      `"${row.name}" of "${row.title}" is suspended; nothing was changed. It can go on when it is activated.`,
      { taskId: id },
    );
  if (!statuses.includes(row.status))
    throw new AppError(
      'task-not-open',
      `"${row.name}" of "${row.title}" is no longer open (${row.status}); nothing was changed.`,
      { taskId: id, name: row.name, title: row.title, status: row.status },
    );
  return lockedTask(row, instance);
}

/**
 * Locks a task for somebody who acts on it. Throws what `lockTask` throws, and `task-taken` when the caller, authorised
 * before the lock, holds it no longer.
 */
export async function lockHeldTask(
  context: Context,
  caller: Caller,
  id: string,
  statuses?: readonly string[],
): Promise<LockedTask> {
  const task = await lockTask(context, id, statuses);
  assertHolds(caller, task);
  return task;
}

/** The tasks that are signed for a main task, oldest first. */
export async function signersOf(context: Context, main: LockedTask): Promise<LockedTask[]> {
  const rows = await context.sql.all<Row>(
    `SELECT ${columns} FROM task WHERE signs_for = ? ORDER BY created_at, id`,
    [main.id],
  );
  return rows.map((row) => lockedTask(row, main.instance));
}

/** The main task of one that is signed for it; its instance is locked already. */
export async function mainTaskOf(context: Context, signer: LockedTask): Promise<LockedTask> {
  const row = await context.sql.one<Row>(`SELECT ${columns} FROM task WHERE id = ?`, [signer.signsFor]);
  if (!row) throw new Error(`task ${signer.id} is signed for a task that is not there`);
  return lockedTask(row, signer.instance);
}

function lockedTask(row: Row, instance: LockedInstance): LockedTask {
  return {
    id: row.id,
    instance,
    token: Number(row.token),
    elementId: row.element_id,
    name: row.name,
    title: row.title,
    status: row.status,
    assigneeId: row.assignee_id,
    ownerId: row.owner_id,
    delegation: row.delegation,
    holders: JSON.parse(row.holders) as string[],
    offered: row.offered === null ? null : (JSON.parse(row.offered) as string[]),
    submissionId: row.submission_id,
    studentId: row.student_id,
    schoolId: row.school_id,
    dueAt: row.due_at === null ? null : Number(row.due_at),
    signsFor: row.signs_for,
    signPosition: row.sign_position,
    signersLeft: Number(row.signers_left),
    held: row.held,
  };
}
