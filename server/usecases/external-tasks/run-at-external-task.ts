import type { Command } from '@oneplan/runtime/engine/command.ts';
import type { Context } from '../../context.ts';
import { lockInstance } from '../../persistence/engine/instance-row.ts';
import { transaction } from '../../persistence/transaction.ts';
import { executeOnLocked } from '../engine/execute-command.ts';
import {
  assertActive,
  assertLockedBy,
  type ExternalTask,
  lockExternalTask,
  requireExternalTask,
} from './external-task.ts';

interface WorkerCall {
  readonly id: string;
  readonly workerId: string;
  /** Completes "cannot be … by worker". */
  readonly what: string;
}

/**
 * Runs a command of the worker that holds the lock of an external task; null: none is needed. One transaction, the
 * instance row locked first. Throws `not-found`, `external-task-not-locked` and `conflict` for a suspended instance.
 */
export function runAtExternalTask(
  context: Context,
  { id, workerId, what }: WorkerCall,
  commandFor: (task: ExternalTask) => Command | null | Promise<Command | null>,
): Promise<void> {
  return transaction(context.database, async () => {
    const seen = await requireExternalTask(context, id);
    const instance = await lockInstance(context, seen.instanceId);
    // Read again under the lock: only now nobody else can complete or cancel it.
    const task = await lockExternalTask(context, id);
    assertLockedBy(task, workerId, what);
    assertActive(task);
    const command = await commandFor(task);
    if (command === null) return;
    if (!instance) throw new Error(`external task ${task.id} belongs to an instance that is not there`);
    await executeOnLocked(context, instance, command, null);
  });
}
