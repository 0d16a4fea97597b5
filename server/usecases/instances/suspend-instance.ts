import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { tellSuspension } from '../../camunda/tell-suspension.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { lockInstance } from '../../persistence/engine/instance-row.ts';
import { transaction } from '../../persistence/transaction.ts';
import { startClocks, stopClocks } from './suspension-clocks.ts';

type Actor = Pick<Caller, 'userId' | 'name'> | null;

export interface Suspension {
  readonly id: string;
  readonly reason: string;
}

/**
 * Stops an instance: its timers keep what is left of their time, its external tasks are not fetched, its tasks can be
 * seen and not done. Stopping one that stands still changes nothing. Throws `conflict` when it has ended.
 */
export function suspendInstance(
  context: Context,
  actor: Actor,
  { id, reason }: Suspension,
): Promise<{ suspended: boolean }> {
  return transaction(context.database, async () => {
    const since = await suspendedSince(context, id);
    if (since !== null) return { suspended: true };
    await context.sql.run('UPDATE process_instance SET suspended = 1, suspended_at = ? WHERE id = ?', [
      context.now(),
      id,
    ]);
    await stopClocks(context, id);
    await tellSuspension(context, actor, id, true);
    await audit(context, actor, {
      action: 'instance.suspend',
      objectKind: 'instance',
      objectId: id,
      detail: { reason },
    });
    return { suspended: true };
  });
}

/** Lets a suspended instance go on: its clocks go on with what was left. Throws `conflict` when it has ended. */
export function activateInstance(
  context: Context,
  actor: Actor,
  { id, reason }: Suspension,
): Promise<{ suspended: boolean }> {
  return transaction(context.database, async () => {
    const since = await suspendedSince(context, id);
    if (since === null) return { suspended: false };
    await context.sql.run('UPDATE process_instance SET suspended = 0, suspended_at = NULL WHERE id = ?', [
      id,
    ]);
    await startClocks(context, id, context.now() - since);
    await tellSuspension(context, actor, id, false);
    await audit(context, actor, {
      action: 'instance.activate',
      objectKind: 'instance',
      objectId: id,
      detail: { reason },
    });
    announceWork(context.database);
    return { suspended: false };
  });
}

/** Locks the instance; since when it stands still, null while it runs. */
async function suspendedSince(context: Context, id: string): Promise<number | null> {
  const instance = await lockInstance(context, id);
  if (!instance) throw new AppError('not-found', 'There is no such process instance.', { instanceId: id });
  if (instance.state.e)
    throw new AppError('conflict', 'The process instance has ended; there is nothing to stop or to go on.', {
      instanceId: id,
      state: instance.state.e,
    });
  const row = await context.sql.one<{ suspended_at: number | null }>(
    'SELECT suspended_at FROM process_instance WHERE id = ? AND suspended = 1',
    [id],
  );
  return row ? Number(row.suspended_at ?? context.now()) : null;
}
