import type { BundleSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import type { BundleBindingRow } from '../../persistence/tables/plan-tables.ts';
import type { BundleRow } from '../../persistence/tables.ts';
import { transaction } from '../../persistence/transaction.ts';
import { openFiling } from '../filing/end-filing.ts';
import { summariseBundles } from './bundle-summary.ts';
import { draftFingerprint } from './draft-content.ts';
import { publishOneAtATime } from './publish-layer.ts';
import { contentOf, readDraft, requireLayer } from './require-layer.ts';

/**
 * Takes back a version that has not begun to govern anybody: what it was to supersede goes on, and its filing is
 * accepted as before. The version itself stays, as every version does. Throws `conflict` when it has begun, was
 * withdrawn already, or a layer below stands on it.
 */
export async function withdrawVersion(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  bundleId: string,
): Promise<BundleSummary> {
  return transaction(context.database, async () => {
    await publishOneAtATime(context);
    const bundle = await context.tables.bundles.findOne({ id: bundleId, kind: 'plan' });
    if (!bundle)
      throw new AppError('not-found', 'There is no published plan version with this id.', { id: bundleId });
    const { layer } = await requireLayer(context, bundle.layerId);
    await refuseExtended(context, bundle);
    for (const binding of await bindingsToCome(context, bundle)) await takeBack(context, binding);
    await reopenFiling(context, bundle);
    await audit(context, caller, {
      action: 'plan.version-withdrawn',
      objectKind: 'bundle',
      objectId: bundle.id,
      orgUnitId: layer.orgUnitId,
      detail: { layerId: layer.id, version: bundle.version, fingerprint: bundle.fingerprint },
    });
    const [summary] = await summariseBundles(context, [bundle]);
    if (!summary) throw new Error('one bundle has one summary');
    return summary;
  });
}

async function refuseExtended({ sql }: Context, { id, version }: BundleRow): Promise<void> {
  const below = await sql.one<{ name: string }>(
    'SELECT o.name FROM plan_layer l JOIN org_unit o ON o.id = l.org_unit_id WHERE l.extends_bundle_id = ?',
    [id],
  );
  if (below)
    throw new AppError(
      'conflict',
      `${below.name} stands on version ${version} already; publish another version instead of withdrawing it.`,
      { bundleId: id },
    );
}

async function bindingsToCome(
  context: Context,
  { id: bundleId, version }: BundleRow,
): Promise<BundleBindingRow[]> {
  const bindings = await context.tables.bundleBindings.find({ bundleId });
  const live = bindings.filter(
    ({ boundAt, supersededAt }) => supersededAt === null || Number(supersededAt) > Number(boundAt),
  );
  if (live.length === 0 || live.some(({ boundAt }) => Number(boundAt) <= context.now()))
    throw new AppError(
      'conflict',
      `Version ${version} has begun already, or was withdrawn; publish another version instead.`,
      { bundleId },
    );
  return live;
}

/** What ended when this was to begin goes on, for as long as this would have. */
async function takeBack(
  context: Context,
  { id, orgUnitId, stage, entryCohort, boundAt, supersededAt }: BundleBindingRow,
): Promise<void> {
  await context.sql.run('UPDATE bundle_binding SET superseded_at = bound_at, withdrawn_at = ? WHERE id = ?', [
    context.now(),
    id,
  ]);
  await context.sql.run(
    `UPDATE bundle_binding SET superseded_at = ? WHERE org_unit_id = ? AND stage = ? AND entry_cohort = ?
     AND superseded_at = ? AND bound_at < superseded_at AND withdrawn_at IS NULL`,
    [supersededAt, orgUnitId, stage, entryCohort, boundAt],
  );
}

/** The authority above has accepted it: it may be published again, unless the draft is another one by now. */
async function reopenFiling(context: Context, { id, layerId }: BundleRow): Promise<void> {
  const filing = await context.tables.filings.findOne({ bundleId: id });
  if (!filing) return;
  const { plan } = await requireLayer(context, layerId);
  const draft = (await readDraft(context, layerId)).map(contentOf);
  const same = (await draftFingerprint(plan.planKey, draft)) === filing.fingerprint;
  const other = await openFiling(context, layerId);
  await context.tables.filings.update(
    { id: filing.id },
    { state: same && !other ? 'accepted' : 'lapsed', bundleId: null },
  );
}
