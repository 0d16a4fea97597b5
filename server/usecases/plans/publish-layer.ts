import type { BundleSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { bundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import { fingerprint, webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import type { BundleRow } from '../../persistence/tables.ts';
import { transaction } from '../../persistence/transaction.ts';
import { acceptedFiling } from '../filing/accepted-filing.ts';
import { bindCohorts } from './bind-cohorts.ts';
import { summariseBundles } from './bundle-summary.ts';
import { checkDraft } from './check-draft.ts';
import { cohortFindings } from './cohort-findings.ts';
import { effectiveInstant } from './effective-instant.ts';
import { lastVersion } from './last-version.ts';
import { planInvalid } from './plan-problem.ts';
import { requireLayer } from './require-layer.ts';
import { storeBundle } from './store-bundle.ts';

export interface Publication {
  readonly note: string;
  /** Entry cohorts that the new version governs from now on, at the layer's org unit and below. */
  readonly cohorts: readonly number[];
  /** First day of the new version, `YYYY-MM-DD`; absent, null or past: now. Never before the day that a filing names. */
  readonly effectiveOn?: string | null | undefined;
}

/**
 * Publishes the draft of a layer as its next version, all in one transaction. Instances that run stay on the version
 * that they were started on. Throws `plan-invalid` with every finding when the draft can not be used, `plan-not-accepted`
 * unless the authority above has accepted just this content for these cohorts, and `conflict` when it governs them already.
 * Also `plan-invalid` when a cohort that the layer governed would be left without any version.
 */
export async function publishLayer(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  layerId: string,
  { note, cohorts: requested, effectiveOn = null }: Publication,
): Promise<BundleSummary> {
  const cohorts = [...new Set(requested)].sort((a, b) => a - b);
  return transaction(context.database, async () => {
    await publishOneAtATime(context);
    const inPlace = await requireLayer(context, layerId);
    const { layer, plan } = inPlace;
    const { plan: loaded, findings } = await checkDraft(context, inPlace);
    if (!loaded) throw planInvalid(findings);
    const content = bundleContent(loaded);
    const current = await lastVersion(context, layerId);
    const newest = await context.tables.bundles.findOne({ layerId }, { order: [['version', 'DESC']] });
    const bundle: BundleRow = {
      id: context.newId(),
      planId: plan.id,
      layerId,
      version: (newest?.version ?? 0) + 1,
      stage: loaded.manifest.stage,
      fingerprint: await fingerprint(content, webDigest),
      note,
      publishedAt: context.now(),
      publishedBy: caller.userId,
      kind: 'plan',
      name: null,
      source: null,
      tenantId: layer.orgUnitId,
      extendsBundleId: layer.extendsBundleId,
    };
    const filing = await acceptedFiling(context, layer, bundle.fingerprint, cohorts);
    if (current) await refuseUnchanged(context, current, bundle.fingerprint, cohorts);
    const from = Math.max(
      effectiveInstant(context, filing?.effectiveOn ?? null),
      effectiveInstant(context, effectiveOn),
    );
    await storeBundle(context, bundle, content, from);
    await bindCohorts(context, bundle, layer.orgUnitId, cohorts, from);
    const uncovered = await cohortFindings(context, inPlace);
    if (uncovered.length > 0) throw planInvalid(uncovered);
    if (filing)
      await context.tables.filings.update({ id: filing.id }, { state: 'published', bundleId: bundle.id });
    await audit(context, caller, {
      action: 'plan.published',
      objectKind: 'bundle',
      objectId: bundle.id,
      orgUnitId: layer.orgUnitId,
      detail: { layerId, version: bundle.version, fingerprint: bundle.fingerprint, cohorts },
    });
    const [summary] = await summariseBundles(context, [bundle]);
    if (!summary) throw new Error('one bundle has one summary');
    return summary;
  });
}

/** Versions of process definitions count over all plans, so that publishing anywhere waits for publishing elsewhere. */
export async function publishOneAtATime(context: Context): Promise<void> {
  await context.sql.all(`SELECT id FROM plan ORDER BY id ${context.sql.forUpdate}`);
}

async function refuseUnchanged(
  context: Context,
  current: BundleRow,
  newFingerprint: string,
  cohorts: readonly number[],
): Promise<void> {
  if (current.fingerprint !== newFingerprint) return;
  const bound = await context.tables.bundleBindings.find({ bundleId: current.id, supersededAt: null });
  const governed = new Set(bound.map(({ entryCohort }) => entryCohort));
  if (!cohorts.every((cohort) => governed.has(cohort))) return;
  throw new AppError(
    'conflict',
    `Nothing has changed: version ${current.version} has just this content and governs ${cohorts.join(', ')} already.`,
    { bundleId: current.id, version: current.version, cohorts },
  );
}
