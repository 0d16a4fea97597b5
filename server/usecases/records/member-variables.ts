import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { PlanProcess } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import { groupHolder, roleHolder } from '../../identity/caller.ts';
import { usersByHolder } from '../effects/users-behind.ts';

/**
 * The variables that list people, as the plan declares them: user ids, each once and always in the same order, of those
 * who hold the role or belong to the group today, anywhere from the subject's class up to the root (`path`).
 */
export async function memberVariables(
  context: Context,
  process: PlanProcess,
  path: string,
): Promise<Variables> {
  const units = path.split('/').filter(Boolean);
  const wanted = process.variables.flatMap(({ name, source }) => {
    if (source.from !== 'members') return [];
    const holderAt = (unit: string) =>
      'role' in source ? roleHolder(source.role, unit) : groupHolder(source.group, unit);
    return { name, holders: units.map(holderAt) };
  });
  if (wanted.length === 0) return {};
  const users = await usersByHolder(
    context,
    wanted.flatMap(({ holders }) => holders),
  );
  return Object.fromEntries(
    wanted.map(({ name, holders }) => [
      name,
      [...new Set(holders.flatMap((holder) => users.get(holder) ?? []))].sort(),
    ]),
  );
}
