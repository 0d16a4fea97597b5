import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { lockTask } from './locked-task.ts';
import { hideTask } from './offer-task.ts';
import { heldColumn } from './release-task.ts';
import { askFirstAfter } from './sign-task.ts';

/**
 * A decision that others have to sign: it is kept, with the variables that the process will go on with, and signers who
 * come after it are asked. The instance is locked, and the decision's own form is saved already.
 */
export async function holdTask(
  context: Context,
  caller: Caller,
  taskId: string,
  variables: Variables,
): Promise<void> {
  const task = await lockTask(context, taskId);
  await hideTask(context, task);
  await context.sql.run(
    "UPDATE task SET status = 'held', held = ?, ended_at = ?, ended_by = ? WHERE id = ?",
    [context.cipher.encrypt(heldColumn, JSON.stringify(variables)), context.now(), caller.userId, taskId],
  );
  await askFirstAfter(context, task);
}
