import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../persistence/transaction.ts';

export interface TaskComment {
  readonly id: string;
  readonly taskId: string;
  readonly instanceId: string;
  readonly userId: string | null;
  readonly message: string;
  readonly createdAt: number;
}

interface Row {
  id: string;
  task_id: string;
  instance_id: string;
  user_id: string | null;
  message: string;
  created_at: number;
}

const toComment = (row: Row): TaskComment => ({
  id: row.id,
  taskId: row.task_id,
  instanceId: row.instance_id,
  userId: row.user_id,
  message: row.message,
  createdAt: Number(row.created_at),
});

/** Newest first, as Camunda 7 has them; also those of a task that has ended. */
export async function listComments(context: Context, taskId: string): Promise<TaskComment[]> {
  await instanceOf(context, taskId);
  const rows = await context.sql.all<Row>(
    'SELECT id, task_id, instance_id, user_id, message, created_at FROM task_comment WHERE task_id = ? ORDER BY created_at DESC, id DESC LIMIT 10000',
    [taskId],
  );
  return rows.map(toComment);
}

/** Null: there is no such comment on the task. */
export async function findComment(context: Context, taskId: string, id: string): Promise<TaskComment | null> {
  const row = await context.sql.one<Row>(
    'SELECT id, task_id, instance_id, user_id, message, created_at FROM task_comment WHERE id = ? AND task_id = ?',
    [id, taskId],
  );
  return row && toComment(row);
}

/** Throws `not-found` for an unknown task. */
export function createComment(
  context: Context,
  taskId: string,
  { message, userId }: { readonly message: string; readonly userId: string | null },
): Promise<TaskComment> {
  return transaction(context.database, async () => {
    const row: Row = {
      id: context.newId(),
      task_id: taskId,
      instance_id: await instanceOf(context, taskId),
      user_id: userId,
      message,
      created_at: context.now(),
    };
    await context.sql.insert('task_comment', [{ ...row }]);
    return toComment(row);
  });
}

async function instanceOf(context: Context, taskId: string): Promise<string> {
  const row = await context.sql.one<{ instance_id: string }>('SELECT instance_id FROM task WHERE id = ?', [
    taskId,
  ]);
  if (row) return row.instance_id;
  throw new AppError('not-found', `No task found for task id ${taskId}`, { kind: 'task', id: taskId });
}
