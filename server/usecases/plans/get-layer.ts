import type { getLayer as getLayerEndpoint } from '@oneplan/runtime/contracts/api/plans.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { summariseArtefacts } from './artefact-summary.ts';
import { summariseBundles } from './bundle-summary.ts';
import { summariseLayer } from './layer-summary.ts';
import { readManifestArtefact } from './plan-artefact.ts';
import { readDraft, requireLayer } from './require-layer.ts';

/** A layer with its draft, its published versions (the newest first) and the roles that its flows may name. */
export async function getLayer(
  context: Context,
  caller: Caller,
  layerId: string,
): Promise<z.input<typeof getLayerEndpoint.response>> {
  const inPlace = await requireLayer(context, layerId);
  const draft = await readDraft(context, layerId);
  const bundles = await context.tables.bundles.find({ layerId }, { order: [['version', 'DESC']] });
  return {
    layer: await summariseLayer(context, caller, inPlace),
    artefacts: await summariseArtefacts(context, inPlace.layer, draft),
    bundles: await summariseBundles(context, bundles),
    roles: (readManifestArtefact(draft)?.roles ?? []).map(({ key, name }) => ({ key, name })),
  };
}
