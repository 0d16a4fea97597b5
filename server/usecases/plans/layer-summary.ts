import type { LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Permission } from '@oneplan/runtime/contracts/permissions.ts';
import type { Context } from '../../context.ts';
import { isAllowed } from '../../identity/access.ts';
import type { Caller } from '../../identity/caller.ts';
import type { OrgUnitRow } from '../../persistence/tables.ts';
import { beginningFingerprints } from './beginning-fingerprints.ts';
import { summariseBundles } from './bundle-summary.ts';
import { type DraftState, draftStates } from './draft-fingerprints.ts';
import { extendedVersions } from './extended-version.ts';
import { lastVersions } from './last-version.ts';
import type { LayerInPlace } from './require-layer.ts';

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

/** A layer as it is shown, with what lists say beside it. */
export interface SummarisedLayer {
  readonly summary: LayerSummary;
  readonly draft: DraftState;
}

/** Layers as they are shown, in the order given; as many statements for one as for all. */
export async function summariseLayers(
  context: Context,
  caller: Caller,
  layers: readonly LayerInPlace[],
): Promise<SummarisedLayer[]> {
  if (layers.length === 0) return [];
  const last = await lastVersions(
    context,
    layers.map(({ layer }) => layer.id),
  );
  const bundles = await summariseBundles(context, [...last.values()]);
  const published = new Map([...last.keys()].map((layerId, at) => [layerId, bundles[at] ?? null]));
  const above = await extendedVersions(
    context,
    layers.map(({ layer }) => layer.extendsBundleId),
  );
  const begun = await beginningFingerprints(
    context,
    layers.flatMap(({ layer }) => (last.has(layer.id) ? [] : layer.extendsBundleId)),
  );
  const drafts = await draftStates(
    context,
    layers.map(({ layer, plan }) => ({ id: layer.id, planKey: plan.planKey })),
  );
  return Promise.all(
    layers.map(async ({ layer, plan, orgUnit }) => {
      const draft = drafts.get(layer.id) ?? { fingerprint: null, lastEdit: null };
      const extended = above.get(layer.extendsBundleId ?? '') ?? null;
      const version = published.get(layer.id) ?? null;
      const compared = version?.fingerprint ?? begun.get(layer.extendsBundleId ?? '');
      return {
        summary: {
          id: layer.id,
          planKey: plan.planKey,
          planName: plan.name,
          orgUnit: { id: orgUnit.id, name: orgUnit.name, kind: orgUnit.kind },
          extends: extended,
          published: version,
          changed: draft.fingerprint === null || draft.fingerprint !== compared,
          editable: await mayAt(context, caller, 'plan.edit', orgUnit),
        },
        draft,
      };
    }),
  );
}

export async function summariseLayer(
  context: Context,
  caller: Caller,
  layer: LayerInPlace,
): Promise<LayerSummary> {
  const [summarised] = await summariseLayers(context, caller, [layer]);
  if (!summarised) throw new Error('a layer that is asked for is answered');
  return summarised.summary;
}
