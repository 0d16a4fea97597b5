import type { Context } from '../../context.ts';
import type { BundleRow } from '../../persistence/tables.ts';

/**
 * From now on the bundle governs these cohorts of its stage at the org unit, in place of whatever did. Bindings of
 * other org units stay: below, the nearest one counts. In the current transaction.
 */
export async function bindCohorts(
  context: Context,
  { id: bundleId, stage }: BundleRow,
  orgUnitId: string,
  cohorts: readonly number[],
): Promise<void> {
  const now = context.now();
  await context.tables.bundleBindings.update(
    { orgUnitId, stage, entryCohort: [...cohorts], supersededAt: null },
    { supersededAt: now },
  );
  await context.tables.bundleBindings.insert(
    ...cohorts.map((entryCohort) => ({
      id: context.newId(),
      bundleId,
      orgUnitId,
      stage,
      entryCohort,
      boundAt: now,
      supersededAt: null,
    })),
  );
}
