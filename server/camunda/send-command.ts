import type { Context } from '../context.ts';
import type { Actor } from '../engine-port.ts';
import { announceWork } from '../jobs/work-announcements.ts';
import { WriteBatch } from '../persistence/write-batch.ts';
import { addCommand } from './command-rows.ts';
import type { StoredCommand } from './stored-command.ts';

/**
 * Puts a command on an instance into the line to the engine, behind those that wait for it already. In the current
 * transaction, which locks the instance by it unless it has done so before.
 */
export async function sendCommand(
  context: Context,
  instanceId: string,
  command: StoredCommand,
  by: { readonly actor: Actor; readonly taskId?: string },
): Promise<void> {
  const row = await context.sql.one<{ revision: number }>(
    `SELECT revision FROM process_instance WHERE id = ? ${context.sql.forUpdate}`,
    [instanceId],
  );
  const position = Number(row?.revision ?? 0) + 1;
  const batch = new WriteBatch();
  batch.update('process_instance', instanceId, { revision: position });
  addCommand(context, batch, {
    instanceId,
    position,
    command,
    actorId: by.actor?.userId ?? null,
    taskId: by.taskId ?? null,
  });
  await batch.flush(context.sql);
  announceWork(context.database);
}

/** A command that names no instance: the engine knows whom it reaches. It waits for no other command. */
export async function broadcastCommand(
  context: Context,
  command: StoredCommand,
  actor: Actor,
): Promise<void> {
  const batch = new WriteBatch();
  const id = context.newId();
  addCommand(context, batch, {
    id,
    instanceId: id,
    position: 1,
    command,
    actorId: actor?.userId ?? null,
  });
  await batch.flush(context.sql);
  announceWork(context.database);
}
