import type { Context } from '../context.ts';
import type { WriteBatch } from '../persistence/write-batch.ts';
import type { StoredCommand } from './stored-command.ts';

interface NewCommand {
  readonly id?: string;
  readonly instanceId: string;
  /** Revision that the command gives the instance: the order of delivery. */
  readonly position: number;
  readonly command: StoredCommand;
  readonly taskId?: string | null;
  readonly actorId: string | null;
}

/** Puts a command into the outbox to the engine: delivered after the commit, or never written. */
export function addCommand(context: Context, batch: WriteBatch, added: NewCommand): void {
  const now = context.now();
  batch.insert('engine_command', {
    id: added.id ?? context.newId(),
    instance_id: added.instanceId,
    position: added.position,
    kind: added.command.kind,
    payload: JSON.stringify(added.command),
    task_id: added.taskId ?? null,
    actor_id: added.actorId,
    created_at: now,
    due_at: now,
    state: 'waiting',
  });
}
