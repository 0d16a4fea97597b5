import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { type Context, today } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import { hashPassword } from '../../identity/passwords.ts';
import { transaction } from '../../persistence/transaction.ts';

interface NewCity {
  readonly code: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

/**
 * The root of an empty installation and its first administrator, who imports everything else.
 * Throws `conflict` when there is a city already.
 */
export async function createCity(context: Context, city: NewCity): Promise<void> {
  const passwordHash = await hashPassword(city.password);
  await transaction(context.database, async () => {
    if ((await context.tables.orgUnits.count({ kind: 'city' })) > 0) {
      throw new AppError(
        'conflict',
        'This installation has a city already; sign in as its administrator, or set a new password.',
      );
    }
    const orgUnitId = context.newId();
    const userId = context.newId();
    await context.tables.orgUnits.insert({
      id: orgUnitId,
      parentId: null,
      kind: 'city',
      type: null,
      code: city.code,
      name: city.name,
      path: `/${orgUnitId}/`,
      stage: null,
      entryCohort: null,
      closedOn: null,
    });
    await context.tables.users.insert({
      id: userId,
      username: city.username,
      name: city.username,
      staffNo: null,
      passwordHash,
      locale: 'zh-CN',
      disabled: false,
      createdAt: context.now(),
    });
    await context.tables.memberships.insert({
      id: context.newId(),
      userId,
      role: 'city-admin',
      orgUnitId,
      validFrom: today(context),
      validTo: null,
    });
    await audit(context, null, {
      action: 'city.created',
      objectKind: 'org-unit',
      objectId: orgUnitId,
      detail: { userId },
    });
  });
}
