import * as filings from '@oneplan/runtime/contracts/api/filings.ts';
import * as layers from '@oneplan/runtime/contracts/api/layers.ts';
import * as plans from '@oneplan/runtime/contracts/api/plans.ts';
import * as upgrades from '@oneplan/runtime/contracts/api/upgrades.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { decideFiling } from '../../usecases/filing/decide-filing.ts';
import { fileLayer } from '../../usecases/filing/file-layer.ts';
import { getFiling } from '../../usecases/filing/get-filing.ts';
import { checkLifecycle, getLifecycle } from '../../usecases/filing/lifecycle.ts';
import { listFilings } from '../../usecases/filing/list-filings.ts';
import { withdrawFiling } from '../../usecases/filing/withdraw-filing.ts';
import { addArtefact } from '../../usecases/plans/add-artefact.ts';
import { beginPlan } from '../../usecases/plans/begin-plan.ts';
import { checkLayer } from '../../usecases/plans/check-layer.ts';
import { createLayer } from '../../usecases/plans/create-layer.ts';
import { getArtefact } from '../../usecases/plans/get-artefact.ts';
import { getBundle } from '../../usecases/plans/get-bundle.ts';
import { getDraft } from '../../usecases/plans/get-draft.ts';
import { getLayer } from '../../usecases/plans/get-layer.ts';
import { keepPresence } from '../../usecases/plans/keep-presence.ts';
import { summariseLayer } from '../../usecases/plans/layer-summary.ts';
import { listBehind } from '../../usecases/plans/list-behind.ts';
import { listLayerOffers } from '../../usecases/plans/list-layer-offers.ts';
import { listLayers } from '../../usecases/plans/list-layers.ts';
import { publishLayer } from '../../usecases/plans/publish-layer.ts';
import { removeArtefact } from '../../usecases/plans/remove-artefact.ts';
import { requireLayer } from '../../usecases/plans/require-layer.ts';
import { saveArtefact } from '../../usecases/plans/save-artefact.ts';
import { listShippedPlans } from '../../usecases/plans/shipped-plans.ts';
import { applyUpgrade, previewUpgrade } from '../../usecases/plans/upgrade-layer.ts';
import { withdrawVersion } from '../../usecases/plans/withdraw-version.ts';
import { type Route, route } from '../route.ts';

const etag = (revision: number) => `"${revision}"`;

const shown = async (context: Context, caller: Caller, layerId: string) =>
  summariseLayer(context, caller, await requireLayer(context, layerId));

export const planRoutes: Route[] = [
  route(plans.listLayers, async (context, caller) => ({ items: await listLayers(context, caller) })),
  route(plans.getLayer, (context, caller, { params }) => getLayer(context, caller, params.id)),
  route(plans.getDraft, (context, _caller, { params }) => getDraft(context, params.id)),
  route(plans.getArtefact, async (context, _caller, { params: { id, kind, key }, response }) => {
    const artefact = await getArtefact(context, { layerId: id, kind, key });
    response.setHeader('etag', etag(artefact.revision));
    return artefact;
  }),
  route(
    plans.saveArtefact,
    async (context, caller, { params: { id, kind, key }, body, ifMatch, response }) => {
      const place = { layerId: id, kind, key };
      const saved = await saveArtefact(context, caller, place, {
        content: body.content,
        ifMatch: ifMatch ?? '',
      });
      response.setHeader('etag', etag(saved.revision));
      return saved;
    },
  ),
  route(plans.checkLayer, async (context, _caller, { params }) => ({
    findings: await checkLayer(context, params.id),
  })),
  route(plans.publishLayer, async (context, caller, { params, body }) => ({
    bundle: await publishLayer(context, caller, params.id, body),
  })),
  route(plans.withdrawVersion, async (context, caller, { params }) => ({
    bundle: await withdrawVersion(context, caller, params.id),
  })),
  route(layers.listShippedPlans, (context) => listShippedPlans(context)),
  route(layers.createPlan, async (context, caller, { body }) => ({
    layer: await shown(context, caller, await beginPlan(context, caller, body)),
  })),
  route(layers.listLayerOffers, (context, _caller, { params }) => listLayerOffers(context, params.id)),
  route(layers.createLayer, async (context, caller, { body }) => ({
    layer: await shown(context, caller, await createLayer(context, caller, body)),
  })),
  route(layers.addArtefact, (context, caller, { params, body }) =>
    addArtefact(context, caller, params.id, body),
  ),
  route(layers.removeArtefact, (context, caller, { params: { id, kind, key }, ifMatch }) =>
    removeArtefact(context, caller, { layerId: id, kind, key }, ifMatch ?? ''),
  ),
  route(layers.keepPresence, (context, caller, { params, body }) =>
    keepPresence(context, caller, params.id, body),
  ),
  route(filings.getLifecycle, (context, _caller, { params }) => getLifecycle(context, params.id)),
  route(filings.markChecked, (context, _caller, { params }) => checkLifecycle(context, params.id)),
  route(filings.fileLayer, async (context, caller, { params, body }) => ({
    filing: await fileLayer(context, caller, params.id, body),
  })),
  route(filings.withdrawFiling, (context, caller, { params }) => withdrawFiling(context, caller, params.id)),
  route(filings.listFilings, (context, caller) => listFilings(context, caller)),
  route(filings.getFiling, (context, caller, { params }) => getFiling(context, caller, params.id)),
  route(filings.decideFiling, async (context, caller, { params, body }) => ({
    filing: await decideFiling(context, caller, params.id, body),
  })),
  route(upgrades.listBehind, (context, _caller, { params }) => listBehind(context, params.id)),
  route(upgrades.previewUpgrade, (context, _caller, { params, body }) =>
    previewUpgrade(context, params.id, new Map(Object.entries(body.choices ?? {}))),
  ),
  route(upgrades.applyUpgrade, async (context, caller, { params, body }) => {
    const choices = new Map(Object.entries(body.choices));
    const conflicts = await applyUpgrade(context, caller, params.id, { ...body, choices });
    return { layer: await shown(context, caller, params.id), conflicts };
  }),
  route(plans.getBundle, (context, _caller, { params }) => getBundle(context, params.id)),
];
