import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../context.ts';

/**
 * True: the engine has done everything that was asked of it for this instance, and our rows show it. Always so for an
 * instance of the embedded engine.
 */
export async function isSettled(context: Context, instanceId: string): Promise<boolean> {
  const row = await context.sql.one(
    `SELECT instance_id FROM engine_instance e WHERE instance_id = ? AND (projected_at IS NULL
       OR EXISTS (SELECT 1 FROM engine_command c WHERE c.instance_id = e.instance_id AND c.state = 'waiting'))`,
    [instanceId],
  );
  return row === null;
}

/** Throws `engine-waiting` unless the instance is settled: where it stands is not known then. */
export async function assertSettled(context: Context, instanceId: string): Promise<void> {
  if (!(await isSettled(context, instanceId))) throw notSettled(instanceId);
}

export const notSettled = (instanceId: string) =>
  new AppError(
    'engine-waiting',
    'What was last done here is still on its way to the process engine; nothing was changed. Try again in a moment.',
    { instanceId },
  );
