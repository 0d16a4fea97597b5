import type { Context } from '../context.ts';
import { lockInstance } from '../persistence/engine/instance-row.ts';
import { transaction } from '../persistence/transaction.ts';
import { offerTask } from '../usecases/approval/offer-task.ts';

interface Row {
  id: string;
  holders: string;
  due_at: number | null;
  submission_id: string | null;
  status: string;
}

const ending = ['complete-task', 'report-error', 'modify'];

/**
 * Opens a task again that a command had ended here which the engine refused and an administrator has given up: the
 * decision is void and is made anew. False: the last command that could have ended it was not given up.
 */
export function reopenDropped(context: Context, instanceId: string, taskId: string): Promise<boolean> {
  return transaction(context.database, async () => {
    const instance = await lockInstance(context, instanceId);
    if (instance?.status !== 'active') return false;
    const command = await context.sql.one<{ state: string }>(
      `SELECT state FROM engine_command WHERE instance_id = ? AND (task_id = ? OR task_id IS NULL)
       AND kind IN (${ending.map(() => '?').join(',')}) ORDER BY position DESC LIMIT 1`,
      [instanceId, taskId, ...ending],
    );
    if (command?.state !== 'dropped') return false;
    const task = await context.sql.one<Row>(
      'SELECT id, holders, due_at, submission_id, status FROM task WHERE id = ?',
      [taskId],
    );
    if (!task || (task.status !== 'completed' && task.status !== 'cancelled')) return false;
    await context.sql.run('DELETE FROM task_submission WHERE task_id = ?', [taskId]);
    await context.sql.run("UPDATE task SET status = 'open', ended_at = NULL, ended_by = NULL WHERE id = ?", [
      taskId,
    ]);
    await offerTask(
      context,
      {
        id: taskId,
        dueAt: task.due_at === null ? null : Number(task.due_at),
        submissionId: task.submission_id,
      },
      JSON.parse(task.holders) as string[],
    );
    return true;
  });
}
