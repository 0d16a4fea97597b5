import type { Context } from '../../context.ts';

/** Due dates behind every real one: a job that stands still, a task without a deadline. */
const never = 9_999_999_999_999;

/** Jobs keep what is left until they are due; whoever has claimed one finds it taken away. */
export async function stopClocks(context: Context, instanceId: string): Promise<void> {
  const { sql } = context;
  const now = context.now();
  await sql.run(
    `UPDATE job SET suspended_left = CASE WHEN due_at > ? THEN due_at - ? ELSE 0 END, lock_owner = NULL, lock_expires_at = NULL
     WHERE instance_id = ? AND suspended_left IS NULL`,
    [now, now, instanceId],
  );
  await sql.run('UPDATE job SET due_at = ? WHERE instance_id = ?', [never, instanceId]);
  await sql.run('UPDATE external_task SET suspended = 1 WHERE instance_id = ?', [instanceId]);
}

/** Everything that had a date gets it later by the time that the instance stood still. */
export async function startClocks(context: Context, instanceId: string, stoodStill: number): Promise<void> {
  const { sql } = context;
  await sql.run(
    'UPDATE job SET due_at = ? + suspended_left, suspended_left = NULL WHERE instance_id = ? AND suspended_left IS NOT NULL',
    [context.now(), instanceId],
  );
  await sql.run('UPDATE external_task SET suspended = 0 WHERE instance_id = ?', [instanceId]);
  const tasks = await sql.all<{ id: string }>(
    "SELECT id FROM task WHERE instance_id = ? AND status = 'open' AND (due_at IS NOT NULL OR follow_up_at IS NOT NULL)",
    [instanceId],
  );
  for (const { id } of tasks) {
    await sql.run('UPDATE task SET due_at = due_at + ?, follow_up_at = follow_up_at + ? WHERE id = ?', [
      stoodStill,
      stoodStill,
      id,
    ]);
    await sql.run('UPDATE task_candidate SET due_sort = due_sort + ? WHERE task_id = ? AND due_sort < ?', [
      stoodStill,
      id,
      never,
    ]);
  }
  await sql.run(
    'UPDATE notice SET closes_at = closes_at + ? WHERE instance_id = ? AND closed_at IS NULL AND closes_at IS NOT NULL',
    [stoodStill, instanceId],
  );
}
