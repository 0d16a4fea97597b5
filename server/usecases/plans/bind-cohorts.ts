import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';
import type { BundleRow } from '../../persistence/tables.ts';

/**
 * From an instant on the bundle governs these cohorts of its stage at the org unit, in place of whatever did. Bindings of
 * other org units stay: below, the nearest one counts. In the current transaction.
 */
export async function bindCohorts(
  context: Context,
  { id: bundleId, stage }: BundleRow,
  orgUnitId: string,
  cohorts: readonly number[],
  from: number = context.now(),
): Promise<void> {
  // What was to begin later gives way as well: at every instant one version governs a cohort, never two.
  if (cohorts.length === 0) return;
  await context.sql.run(
    `UPDATE bundle_binding SET superseded_at = CASE WHEN bound_at > ? THEN bound_at ELSE ? END
     WHERE org_unit_id = ? AND stage = ? AND entry_cohort IN (${places(cohorts)}) AND (superseded_at IS NULL OR superseded_at > ?)`,
    [from, from, orgUnitId, stage, ...cohorts, from],
  );
  await context.tables.bundleBindings.insert(
    ...cohorts.map((entryCohort) => ({
      id: context.newId(),
      bundleId,
      orgUnitId,
      stage,
      entryCohort,
      boundAt: from,
      supersededAt: null,
    })),
  );
}
