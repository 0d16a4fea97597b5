import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { executeOnLocked } from '../engine/execute-command.ts';
import type { LockedTask } from './locked-task.ts';

/** Column under which the variables of a held decision are encrypted. */
export const heldColumn = 'task.held';

/**
 * The last signer has signed: the process goes on with what was decided, in the name of whoever decided it.
 */
export async function releaseTask(context: Context, caller: Caller, main: LockedTask): Promise<void> {
  const decider = await context.sql.one<{ id: string; name: string }>(
    'SELECT u.id, u.name FROM task t JOIN app_user u ON u.id = t.ended_by WHERE t.id = ?',
    [main.id],
  );
  const variables = JSON.parse(context.cipher.decrypt(heldColumn, main.held ?? '')) as Variables;
  await context.sql.run('UPDATE task SET held = NULL WHERE id = ?', [main.id]);
  await executeOnLocked(
    context,
    main.instance,
    { type: 'complete-user-task', token: main.token, variables },
    decider ? { userId: decider.id, name: decider.name } : caller,
  );
}
