import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { manifestPath } from '@oneplan/runtime/plan/plan-files.ts';
import { type Context, today } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import { createPlan } from './create-plan.ts';
import { emptyManifest } from './empty-manifest.ts';
import { readShippedPlan } from './read-shipped-plan.ts';
import { listShippedPlans, shippedRoot } from './shipped-plans.ts';

export type PlanBeginning =
  | { readonly kind: 'shipped'; readonly key: string }
  | {
      readonly kind: 'nothing';
      readonly key: string;
      readonly name: string;
      readonly stage: 'primary' | 'junior-high' | 'senior-high';
    };

/**
 * Begins a plan at an authority, from one that is shipped or from nothing, and answers its layer's id. Throws
 * `not-found` for a plan that is not shipped, and `conflict` when there is a plan with this key.
 */
export async function beginPlan(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  { orgUnitId, from }: { readonly orgUnitId: string; readonly from: PlanBeginning },
): Promise<string> {
  const shipped = from.kind === 'shipped' ? await shippedFiles(context, from.key) : null;
  return transaction(context.database, async () => {
    const orgUnit = await context.tables.orgUnits.findOne({ id: orgUnitId });
    if (!orgUnit) throw new AppError('not-found', 'There is no org unit with this id.', { id: orgUnitId });
    const files =
      shipped ??
      new Map([
        [
          manifestPath(from.key),
          `${JSON.stringify(emptyManifest({ ...nothing(from), orgUnit, effective: today(context) }), null, 2)}\n`,
        ],
      ]);
    return (await createPlan(context, caller, { files, orgUnitId })).layerId;
  });
}

function nothing(from: PlanBeginning) {
  if (from.kind !== 'nothing') throw new Error('a shipped plan has its files');
  return from;
}

async function shippedFiles(context: Context, key: string): Promise<ReadonlyMap<string, string>> {
  const { items } = await listShippedPlans(context);
  if (items.some((item) => item.key === key)) return readShippedPlan(shippedRoot, key);
  throw new AppError('not-found', `No plan "${key}" comes with this release.`, { planKey: key });
}
