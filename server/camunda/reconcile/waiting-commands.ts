import type { Context } from '../../context.ts';
import { reportMismatch } from '../mismatch.ts';

const longWait = 600_000;
const shown = 200;

/** Commands that have waited for ten minutes although the engine answers: something is wrong with them. */
export async function reportWaitingCommands(context: Context): Promise<void> {
  const rows = await context.sql.all<{
    id: string;
    instance_id: string;
    kind: string;
    error_message: string | null;
  }>(
    `SELECT id, instance_id, kind, error_message FROM engine_command WHERE state = 'waiting' AND created_at < ?
     ORDER BY created_at LIMIT ${shown}`,
    [context.now() - longWait],
  );
  for (const row of rows)
    await reportMismatch(context, {
      kind: 'command-waiting',
      objectId: row.id,
      instanceId: row.instance_id,
      detail: `${row.kind}: ${row.error_message ?? 'was not tried yet'}`,
    });
}
