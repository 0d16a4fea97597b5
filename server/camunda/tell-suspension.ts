import type { Context } from '../context.ts';
import type { Actor } from '../engine-port.ts';
import { sendCommand } from './send-command.ts';

/** Tells the engine that an instance stands still, or goes on. In the current transaction; nothing for one of the embedded engine. */
export async function tellSuspension(
  context: Context,
  actor: Actor,
  instanceId: string,
  suspended: boolean,
): Promise<void> {
  const there = await context.sql.one('SELECT instance_id FROM engine_instance WHERE instance_id = ?', [
    instanceId,
  ]);
  if (there) await sendCommand(context, instanceId, { kind: 'suspend', suspended }, { actor });
}
