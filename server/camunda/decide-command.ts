import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../context.ts';
import { audit } from '../identity/audit.ts';
import type { Caller } from '../identity/caller.ts';
import { announceWork } from '../jobs/work-announcements.ts';
import { lockInstance } from '../persistence/engine/instance-row.ts';
import { transaction } from '../persistence/transaction.ts';

type Actor = Pick<Caller, 'userId' | 'name'> | null;

interface Row {
  readonly id: string;
  readonly instance_id: string;
  readonly kind: string;
  readonly state: string;
}

/** Only what the engine has said no to is given up: what waits may have happened. The end of an instance has no way back. */
export const isDroppable = ({ kind, state }: Pick<Row, 'kind' | 'state'>): boolean =>
  state === 'refused' && kind !== 'cancel';

/**
 * Lets a command be sent now. One that was sent before looks first whether it has happened. Throws `not-found`, and
 * `conflict` when it is delivered or given up.
 */
export function retryCommand(context: Context, actor: Actor, id: string): Promise<Record<string, never>> {
  return transaction(context.database, async () => {
    const command = await lockCommand(context, id);
    await context.sql.run(
      "UPDATE engine_command SET state = 'waiting', attempts = 0, due_at = ? WHERE id = ?",
      [context.now(), id],
    );
    await decided(context, actor, command, 'retried', {});
    announceWork(context.database);
    return {};
  });
}

/**
 * Gives a refused command up. A start: the record counts as withdrawn. A task that it had ended here and that the engine
 * still has opens again with the next comparison (`completion-dropped`). Throws `not-found`, and `conflict` when it was
 * not refused.
 */
export function dropCommand(
  context: Context,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Record<string, never>> {
  return transaction(context.database, async () => {
    const command = await lockCommand(context, id);
    if (!isDroppable(command))
      throw new AppError(
        'conflict',
        command.kind === 'cancel'
          ? 'The end of a process cannot be taken back; send it again, or delete the instance on the engine.'
          : 'The engine has not refused it, so it may have happened; only a refused command can be given up.',
        { id, state: command.state },
      );
    await context.sql.run("UPDATE engine_command SET state = 'dropped' WHERE id = ?", [id]);
    if (command.kind === 'start') await withdraw(context, command.instance_id);
    await decided(context, actor, command, 'dropped', { reason });
    return {};
  });
}

/** The instance first, as every command on it does. */
async function lockCommand(context: Context, id: string): Promise<Row> {
  const seen = await context.sql.one<Row>(
    'SELECT id, instance_id, kind, state FROM engine_command WHERE id = ?',
    [id],
  );
  if (seen) await lockInstance(context, seen.instance_id);
  const row = await context.sql.one<Row>(
    `SELECT id, instance_id, kind, state FROM engine_command WHERE id = ? ${context.sql.forUpdate}`,
    [id],
  );
  if (!row) throw new AppError('not-found', 'There is no such command.', { id });
  if (row.state !== 'waiting' && row.state !== 'refused')
    throw new AppError('conflict', 'It was delivered or given up meanwhile; nothing is left to be done.', {
      id,
      state: row.state,
    });
  return row;
}

async function withdraw(context: Context, instanceId: string): Promise<void> {
  const now = context.now();
  await context.sql.run(
    "UPDATE process_instance SET status = 'cancelled', ended_at = ?, revision = revision + 1 WHERE id = ?",
    [now, instanceId],
  );
  await context.sql.run("UPDATE submission SET state = 'withdrawn', updated_at = ? WHERE instance_id = ?", [
    now,
    instanceId,
  ]);
}

async function decided(
  context: Context,
  actor: Actor,
  command: Row,
  resolution: 'retried' | 'dropped',
  detail: Record<string, unknown>,
): Promise<void> {
  await context.sql.run(
    "UPDATE engine_mismatch SET resolved_at = ?, resolution = ? WHERE object_id = ? AND kind IN ('command-refused', 'command-waiting') AND resolved_at IS NULL",
    [context.now(), resolution, command.id],
  );
  await audit(context, actor, {
    action: `engine-command.${resolution}`,
    objectKind: 'instance',
    objectId: command.instance_id,
    detail: { command: command.id, kind: command.kind, ...detail },
  });
}
