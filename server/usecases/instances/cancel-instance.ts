import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { lockInstance } from '../../persistence/engine/instance-row.ts';
import { transaction } from '../../persistence/transaction.ts';
import { executeOnLocked } from '../engine/execute-command.ts';

/** Ends an instance for good, suspended or not; a record that it carried counts as withdrawn. Throws `conflict` when it has ended. */
export function cancelInstance(
  context: Context,
  actor: Pick<Caller, 'userId' | 'name'> | null,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Record<string, never>> {
  return transaction(context.database, async () => {
    const instance = await lockInstance(context, id);
    if (!instance) throw new AppError('not-found', 'There is no such process instance.', { instanceId: id });
    if (instance.state.e)
      throw new AppError('conflict', 'The process instance has ended already.', {
        instanceId: id,
        state: instance.state.e,
      });
    await executeOnLocked(context, instance, { type: 'cancel', reason }, actor);
    await context.sql.run('UPDATE process_instance SET suspended = 0, suspended_at = NULL WHERE id = ?', [
      id,
    ]);
    await context.sql.run(
      "UPDATE submission SET state = 'withdrawn', updated_at = ? WHERE instance_id = ? AND state <> 'archived'",
      [context.now(), id],
    );
    await audit(context, actor, {
      action: 'instance.cancel',
      objectKind: 'instance',
      objectId: id,
      detail: { reason },
    });
    return {};
  });
}
