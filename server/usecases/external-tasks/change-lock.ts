import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../persistence/transaction.ts';
import { assertLockedBy, type ExternalTask, lockExternalTask } from './external-task.ts';

interface LockInput {
  readonly id: string;
  readonly workerId: string;
  /** From now. */
  readonly lockMilliseconds: number;
}

/** Locks one task for a worker. Throws `external-task-not-locked` while another worker's lock is in force. */
export function takeLock(context: Context, input: LockInput): Promise<void> {
  return withTask(context, input.id, async (task) => {
    const inForce = task.lockExpiresAt !== null && task.lockExpiresAt > context.now();
    if (inForce) assertLockedBy(task, input.workerId, 'locked');
    await setLock(context, task, input.workerId, context.now() + input.lockMilliseconds);
  });
}

/** Lets the lock of a worker end later (or sooner). Throws when the worker has no lock, or had it too long ago. */
export function extendLock(context: Context, input: LockInput): Promise<void> {
  return withTask(context, input.id, async (task) => {
    assertLockedBy(task, input.workerId, 'extended');
    if (task.lockExpiresAt === null || task.lockExpiresAt < context.now()) {
      throw new AppError(
        'external-task-not-locked',
        `Cannot extend a lock that expired: External Task ${task.id} may be fetched by others again.`,
        { id: task.id, workerId: input.workerId },
      );
    }
    await setLock(context, task, input.workerId, context.now() + input.lockMilliseconds);
  });
}

/** Gives the task back; anybody may fetch it at once. */
export function releaseLock(context: Context, id: string): Promise<void> {
  return withTask(context, id, (task) => setLock(context, task, null, null));
}

/** Gives back what a worker was given and never received. */
export function releaseLocksOf(context: Context, workerId: string, ids: readonly string[]): Promise<void> {
  return transaction(context.database, async () => {
    for (const id of ids) {
      await context.sql.run(
        'UPDATE external_task SET worker_id = NULL, lock_expires_at = NULL WHERE id = ? AND worker_id = ?',
        [id, workerId],
      );
    }
  });
}

function withTask(
  context: Context,
  id: string,
  change: (task: ExternalTask) => Promise<void>,
): Promise<void> {
  return transaction(context.database, async () => change(await lockExternalTask(context, id)));
}

async function setLock(
  context: Context,
  task: ExternalTask,
  workerId: string | null,
  expiresAt: number | null,
): Promise<void> {
  await context.sql.run('UPDATE external_task SET worker_id = ?, lock_expires_at = ? WHERE id = ?', [
    workerId,
    expiresAt,
    task.id,
  ]);
}
