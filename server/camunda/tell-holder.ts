import type { Context } from '../context.ts';
import type { Actor } from '../engine-port.ts';
import { sendCommand } from './send-command.ts';

interface Row {
  instance_id: string;
  token: number;
  assignee_id: string | null;
  owner_id: string | null;
  delegation: 'pending' | 'resolved' | null;
  signs_for: string | null;
}

/**
 * Tells the engine who has a task now, after it was claimed, put back, handed on or delegated in our tables, so that its
 * own task lists agree. In the current transaction. Nothing for a task of the embedded engine, and for a request to sign
 * (加签), which the engine does not know.
 */
export async function tellHolder(context: Context, actor: Actor, taskId: string): Promise<void> {
  const row = await context.sql.one<Row>(
    `SELECT t.instance_id, t.token, t.assignee_id, t.owner_id, t.delegation, t.signs_for FROM task t
     JOIN engine_instance e ON e.instance_id = t.instance_id WHERE t.id = ?`,
    [taskId],
  );
  if (!row || row.signs_for !== null) return;
  await sendCommand(
    context,
    row.instance_id,
    {
      kind: 'hold-task',
      token: Number(row.token),
      assignee: row.assignee_id,
      owner: row.owner_id,
      delegation: row.delegation,
    },
    { actor },
  );
}
