import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import { loadCaller } from '../../identity/caller.ts';
import { passwordMatches } from '../../identity/passwords.ts';
import { createSession } from '../../identity/sessions.ts';
import { claimAttempt, forgetFailures } from '../../identity/throttle.ts';
import { transaction } from '../../persistence/transaction.ts';
import { describeCaller } from './describe-caller.ts';

interface Attempt {
  readonly username: string;
  readonly password: string;
  readonly address: string;
}

/** Throws `sign-in-failed` without saying whether the name or the password was wrong, and `throttled` after too many tries. */
export async function signIn(context: Context, attempt: Attempt) {
  const subjects = [
    { name: `user:${attempt.username.toLowerCase()}`, free: 5 },
    { name: `address:${attempt.address}`, free: 200 },
  ];
  await claimAttempt(context, subjects);
  const user = await context.tables.users.findOne({ username: attempt.username });
  const usable = user && !user.disabled ? user : null;
  const matches = await passwordMatches(usable?.passwordHash ?? null, attempt.password);
  if (!usable || !matches) {
    await transaction(context.database, () =>
      audit(context, null, {
        action: 'session.failed',
        objectKind: 'user',
        objectId: usable?.id ?? 'unknown',
      }),
    );
    throw new AppError('sign-in-failed', 'The user name or the password is wrong.');
  }
  return transaction(context.database, async () => {
    await forgetFailures(context, subjects);
    const session = await createSession(context, usable.id);
    const caller = await loadCaller(context, usable.id);
    if (!caller) throw new AppError('sign-in-failed', 'This account is closed; ask your administrator.');
    await audit(context, caller, { action: 'session.started', objectKind: 'user', objectId: usable.id });
    return { token: session.token, me: await describeCaller(context, caller, session.csrfToken) };
  });
}
