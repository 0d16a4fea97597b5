import type { Context } from '../../context.ts';
import { lockInstance } from '../../persistence/engine/instance-row.ts';
import { transaction } from '../../persistence/transaction.ts';
import { executeOnLocked } from '../engine/execute-command.ts';
import { assertLockedBy, lockExternalTask, requireExternalTask } from './external-task.ts';
import type { VariableValues } from './visible-variables.ts';

/**
 * Completes an external task with the variables that the worker found and runs the process on, in one transaction.
 * Throws `not-found` (completed before, cancelled) or `external-task-not-locked`; EngineError when the process can not go on.
 */
export function completeExternalTask(
  context: Context,
  input: { readonly id: string; readonly workerId: string; readonly variables: VariableValues },
): Promise<void> {
  return transaction(context.database, async () => {
    const seen = await requireExternalTask(context, input.id);
    const instance = await lockInstance(context, seen.instanceId);
    // Read again under the lock: only now nobody else can complete or cancel it.
    const task = await lockExternalTask(context, input.id);
    assertLockedBy(task, input.workerId, 'completed');
    if (!instance) throw new Error(`external task ${task.id} belongs to an instance that is not there`);
    await executeOnLocked(
      context,
      instance,
      { type: 'complete-external-task', token: task.token, variables: input.variables },
      null,
    );
  });
}
