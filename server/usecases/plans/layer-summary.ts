import type { LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Permission } from '@oneplan/runtime/contracts/permissions.ts';
import type { Context } from '../../context.ts';
import { isAllowed } from '../../identity/access.ts';
import type { Caller } from '../../identity/caller.ts';
import type { OrgUnitRow } from '../../persistence/tables.ts';
import { summariseBundles } from './bundle-summary.ts';
import { compareDraft } from './changed-artefacts.ts';
import { extendedVersion } from './extended-version.ts';
import { contentOf, type LayerInPlace, readDraft } from './require-layer.ts';

/** What the policy says about a layer at an org unit. */
export function mayAt(
  context: Context,
  caller: Caller,
  permission: Permission,
  orgUnit: OrgUnitRow,
): Promise<boolean> {
  return isAllowed(context, caller, permission, {
    path: orgUnit.path,
    studentId: null,
    instanceId: null,
    holders: [],
  });
}

export async function summariseLayer(
  context: Context,
  caller: Caller,
  { layer, plan, orgUnit }: LayerInPlace,
): Promise<LayerSummary> {
  const [current] = await context.tables.bundles.find(
    { layerId: layer.id },
    { order: [['version', 'DESC']], limit: 1 },
  );
  const [published] = await summariseBundles(context, current ? [current] : []);
  const comparison = await compareDraft(context, layer, current);
  const draft = await readDraft(context, layer.id);
  return {
    id: layer.id,
    planKey: plan.planKey,
    planName: plan.name,
    orgUnit: { id: orgUnit.id, name: orgUnit.name, kind: orgUnit.kind },
    extends: await extendedVersion(context, layer.extendsBundleId),
    published: published ?? null,
    changed: comparison.anyChanged(draft.map(contentOf)),
    editable: await mayAt(context, caller, 'plan.edit', orgUnit),
  };
}
