import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import { hashPassword } from '../../identity/passwords.ts';
import { endOtherSessions } from '../../identity/sessions.ts';
import { transaction } from '../../persistence/transaction.ts';

/** Gives an account a new password, by whoever runs the server; ends all its sessions. Throws `not-found`. */
export async function setPassword(
  context: Context,
  input: { readonly username: string; readonly password: string },
): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await transaction(context.database, async () => {
    const user = await context.tables.users.findOne({ username: input.username });
    if (!user)
      throw new AppError('not-found', `There is no account "${input.username}".`, {
        username: input.username,
      });
    await context.tables.users.update({ id: user.id }, { passwordHash });
    await endOtherSessions(context, user.id, null);
    await audit(context, null, { action: 'password.reset', objectKind: 'user', objectId: user.id });
  });
}
