import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { transaction } from '../../persistence/transaction.ts';
import { artefactsToExtend } from './bundle-artefacts.ts';
import { insertLayer } from './insert-layer.ts';
import { requireLayer } from './require-layer.ts';

/**
 * Derives a layer from a published version for an org unit below the one that published it: the draft begins as a copy
 * of the version, and the layer extends it. Answers the layer's id. Throws `conflict` when the org unit has a layer of
 * this plan already.
 */
export async function createLayer(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  { bundleId, orgUnitId }: { readonly bundleId: string; readonly orgUnitId: string },
): Promise<string> {
  return transaction(context.database, async () => {
    const bundle = await context.tables.bundles.findOne({ id: bundleId });
    const orgUnit = await context.tables.orgUnits.findOne({ id: orgUnitId });
    if (!bundle || !orgUnit)
      throw new AppError('invalid-request', 'There is no such published version, or no such org unit.', {
        bundleId,
        orgUnitId,
      });
    const above = await requireLayer(context, bundle.layerId);
    if (!orgUnit.path.startsWith(above.orgUnit.path) || orgUnit.id === above.orgUnit.id)
      throw new AppError(
        'invalid-request',
        `${orgUnit.name} does not lie below ${above.orgUnit.name}; only an authority below can make its own version of this plan.`,
        { bundleId, orgUnitId },
      );
    const existing = await context.tables.layers.findOne({ planId: bundle.planId, orgUnitId });
    if (existing)
      throw new AppError('conflict', `${orgUnit.name} has its own version of this plan already.`, {
        layerId: existing.id,
      });
    const layerId = await insertLayer(context, caller, {
      planId: bundle.planId,
      orgUnitId,
      extendsBundleId: bundleId,
      artefacts: artefactsToExtend(await loadBundle(context, bundleId)),
    });
    await audit(context, caller, {
      action: 'plan.layer-created',
      objectKind: 'layer',
      objectId: layerId,
      orgUnitId,
      detail: { extendsBundleId: bundleId, version: bundle.version },
    });
    return layerId;
  });
}
