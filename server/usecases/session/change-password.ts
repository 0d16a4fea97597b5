import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { hashPassword, passwordMatches } from '../../identity/passwords.ts';
import { endOtherSessions } from '../../identity/sessions.ts';

interface Change {
  readonly current: string;
  readonly next: string;
  readonly keepTokenHash: string;
}

/** Needs the current password, and ends every other session of the user. */
export async function changePassword(
  context: Context,
  caller: Caller,
  change: Change,
): Promise<Record<string, never>> {
  const user = await context.tables.users.findOne({ id: caller.userId });
  if (!(await passwordMatches(user?.passwordHash ?? null, change.current))) {
    throw new AppError('invalid-request', 'The current password is wrong; nothing was changed.', {
      problems: [{ path: 'body.current', message: 'wrong' }],
    });
  }
  await context.tables.users.update({ id: caller.userId }, { passwordHash: await hashPassword(change.next) });
  await endOtherSessions(context, caller.userId, change.keepTokenHash);
  await audit(context, caller, { action: 'password.changed', objectKind: 'user', objectId: caller.userId });
  return {};
}
