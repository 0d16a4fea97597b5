import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { loadBundle, type PublishedBundle } from '../../persistence/published-bundle.ts';
import type { OrgUnitRow } from '../../persistence/tables.ts';
import { createPlan } from '../plans/create-plan.ts';
import { insertLayer } from '../plans/insert-layer.ts';
import { artefactsOfFiles, manifestOfFiles } from '../plans/plan-artefact.ts';
import { publishLayer } from '../plans/publish-layer.ts';
import { readShippedPlan } from '../plans/read-shipped-plan.ts';
import { filingPlanKey, shippedRoot } from '../plans/shipped-plans.ts';

export const filingProcessKey = 'plan-filing';

/**
 * The course that filings take, as the uppermost authority has published it; the first filing publishes the one that is
 * shipped. It is a plan like others, which the authority may change. In the current transaction.
 */
export async function filingProcess(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  top: OrgUnitRow,
): Promise<PublishedBundle> {
  const { plans, layers, bundles } = context.tables;
  const plan = await plans.findOne({ planKey: filingPlanKey });
  const layer = plan && (await layers.findOne({ planId: plan.id, orgUnitId: top.id }));
  const published = layer && (await bundles.findOne({ layerId: layer.id }, { order: [['version', 'DESC']] }));
  if (published) return loadBundle(context, published.id);
  const layerId = layer?.id ?? (await shippedLayer(context, caller, plan?.id ?? null, top));
  const { id } = await publishLayer(context, caller, layerId, { note: '', cohorts: [] });
  return loadBundle(context, id);
}

async function shippedLayer(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  planId: string | null,
  top: OrgUnitRow,
): Promise<string> {
  const files = await readShippedPlan(shippedRoot, filingPlanKey);
  if (planId === null) return (await createPlan(context, caller, { files, orgUnitId: top.id })).layerId;
  const manifest = manifestOfFiles(files, filingPlanKey);
  if (!manifest) throw new Error('the shipped course of filings has no manifest');
  return insertLayer(context, caller, {
    planId,
    orgUnitId: top.id,
    extendsBundleId: null,
    artefacts: artefactsOfFiles(manifest, files),
  });
}
