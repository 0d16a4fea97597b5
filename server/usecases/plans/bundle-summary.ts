import type { BundleSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Context } from '../../context.ts';
import type { BundleBindingRow } from '../../persistence/tables/plan-tables.ts';
import type { BundleRow } from '../../persistence/tables.ts';
import { peopleNames } from './people-names.ts';

/**
 * Published versions as they are shown, in the order given. `cohorts` are those that the version governs now, or will
 * govern from `effectiveFrom`: a later version takes them over.
 */
export async function summariseBundles(
  context: Context,
  bundles: readonly BundleRow[],
): Promise<BundleSummary[]> {
  if (bundles.length === 0) return [];
  const ids = bundles.map(({ id }) => id);
  const now = context.now();
  const all = await context.tables.bundleBindings.find(
    { bundleId: ids },
    { order: [['entryCohort', 'ASC']] },
  );
  const bindings = all.filter(
    ({ boundAt, supersededAt }) =>
      supersededAt === null || Number(supersededAt) > Math.max(now, Number(boundAt)),
  );
  const scheduled = (bundleId: string) =>
    bindings.flatMap((it) =>
      it.bundleId === bundleId && Number(it.boundAt) > now ? Number(it.boundAt) : [],
    );
  const running = await runningInstances(context, ids);
  const names = await peopleNames(
    context,
    bundles.map(({ publishedBy }) => publishedBy),
  );
  return bundles.map(({ id, version, fingerprint, publishedAt, publishedBy, note, stage }) => ({
    id,
    version,
    fingerprint,
    publishedAt: new Date(publishedAt).toISOString(),
    publishedBy: names.get(publishedBy) ?? '',
    note,
    stage,
    cohorts: [...new Set(bindings.flatMap((it) => (it.bundleId === id ? it.entryCohort : [])))],
    state: stateOf(
      all.filter(({ bundleId }) => bundleId === id),
      now,
    ),
    effectiveFrom: scheduled(id).length === 0 ? null : new Date(Math.min(...scheduled(id))).toISOString(),
    running: running.get(id) ?? 0,
  }));
}

/** An instance that failed still runs: it waits for somebody to mend it. */
async function runningInstances(
  context: Context,
  bundleIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await context.sql.all<{ bundle_id: string; running: number }>(
    `SELECT bundle_id, COUNT(*) AS running FROM process_instance
     WHERE bundle_id IN (${bundleIds.map(() => '?').join(',')}) AND status NOT IN ('completed', 'cancelled') GROUP BY bundle_id`,
    bundleIds,
  );
  return new Map(rows.map(({ bundle_id, running }) => [bundle_id, Number(running)]));
}

function stateOf(bindings: readonly BundleBindingRow[], now: number): BundleSummary['state'] {
  if (bindings.length === 0) return 'unbound';
  const live = bindings.filter(
    ({ boundAt, supersededAt }) =>
      supersededAt === null || Number(supersededAt) > Math.max(now, Number(boundAt)),
  );
  if (live.some(({ boundAt }) => Number(boundAt) <= now)) return 'governing';
  if (live.length > 0) return 'scheduled';
  return bindings.some(({ withdrawnAt }) => withdrawnAt != null) ? 'withdrawn' : 'superseded';
}
