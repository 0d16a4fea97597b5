import type { Context } from '../../context.ts';
import { userHolder } from '../../identity/caller.ts';
import type { LockedTask } from './locked-task.ts';

/** Sorts behind every real due date. */
const never = 9_999_999_999_999;

/** Puts a task into the inboxes of these holders and takes it out of all others. */
export async function offerTask(
  context: Context,
  task: Pick<LockedTask, 'id' | 'dueAt' | 'submissionId'>,
  holders: readonly string[],
): Promise<void> {
  const form = await context.sql.one<{ form_key: string }>(
    'SELECT COALESCE(r.form_key, t.form_key) AS form_key FROM task t LEFT JOIN submission r ON r.id = t.submission_id WHERE t.id = ?',
    [task.id],
  );
  await hideTask(context, task);
  await context.sql.run('UPDATE task SET holders = ? WHERE id = ?', [JSON.stringify(holders), task.id]);
  await context.sql.insert(
    'task_candidate',
    holders.map((holder) => ({
      holder,
      due_sort: task.dueAt ?? never,
      task_id: task.id,
      form_key: form?.form_key ?? '',
    })),
  );
}

/** Takes a task out of every inbox; who may act on it stays as it is. */
export async function hideTask(context: Context, task: Pick<LockedTask, 'id'>): Promise<void> {
  const rows = await context.sql.all<{ holder: string; due_sort: number }>(
    'SELECT holder, due_sort FROM task_candidate WHERE task_id = ?',
    [task.id],
  );
  for (const { holder, due_sort } of rows)
    await context.sql.run('DELETE FROM task_candidate WHERE holder = ? AND due_sort = ? AND task_id = ?', [
      holder,
      Number(due_sort),
      task.id,
    ]);
}

/** Gives a task to one person, and remembers to whom it was offered before. */
export async function giveTask(context: Context, task: LockedTask, userId: string): Promise<void> {
  await offerTask(context, task, [userHolder(userId)]);
  await context.sql.run('UPDATE task SET assignee_id = ?, offered = ? WHERE id = ?', [
    userId,
    JSON.stringify(task.offered ?? task.holders),
    task.id,
  ]);
}
