import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { type LockedInstance, lockInstance } from '../../persistence/engine/instance-row.ts';
import { executeOnLocked } from '../engine/execute-command.ts';
import { writeTaskEvent } from './task-event.ts';

interface Withdrawal {
  readonly instanceId: string;
  readonly reason: string;
}

/**
 * 撤销: whoever started an instance takes it back, as long as nobody else has completed a task of it. The instance
 * ends, its record stays and says so.
 */
export async function withdrawInstance(context: Context, caller: Caller, input: Withdrawal): Promise<void> {
  const instance = await lockOpenInstance(context, input.instanceId);
  if (instance.startedBy !== caller.userId)
    throw new AppError('withdraw-not-possible', 'Only whoever submitted it can withdraw it.', {
      instanceId: instance.id,
      reason: 'not-yours',
    });
  const decided = await context.sql.one(
    "SELECT id FROM task WHERE instance_id = ? AND status IN ('completed', 'held', 'agreed', 'objected') AND ended_by <> ?",
    [instance.id, caller.userId],
  );
  if (decided)
    throw new AppError(
      'withdraw-not-possible',
      'Somebody has decided on it already, so it can no longer be withdrawn; ask for it to be returned.',
      { instanceId: instance.id, reason: 'decided' },
    );
  await writeTaskEvent(context, caller, {
    kind: 'withdrawn',
    instanceId: instance.id,
    taskId: null,
    elementId: instance.processKey,
    elementName: '',
    remark: input.reason,
  });
  await executeOnLocked(context, instance, { type: 'cancel', reason: 'withdrawn' }, caller);
  await context.sql.run("UPDATE submission SET state = 'withdrawn', updated_at = ? WHERE instance_id = ?", [
    context.now(),
    instance.id,
  ]);
}

/** Throws `not-found`, `instance-suspended` or `instance-ended`. */
export async function lockOpenInstance(context: Context, id: string): Promise<LockedInstance> {
  const instance = await lockInstance(context, id);
  if (!instance)
    throw new AppError('not-found', 'There is no such process instance.', { kind: 'instance', id });
  if (instance.suspended)
    throw new AppError('instance-suspended', 'It is suspended; it can go on when it is activated.', {
      instanceId: id,
    });
  if (instance.status !== 'active')
    throw new AppError('instance-ended', 'It has ended already; nothing was changed.', {
      instanceId: id,
      status: instance.status,
    });
  return instance;
}
