import * as plans from '@oneplan/runtime/contracts/api/plans.ts';
import { checkLayer } from '../../usecases/plans/check-layer.ts';
import { getArtefact } from '../../usecases/plans/get-artefact.ts';
import { getBundle } from '../../usecases/plans/get-bundle.ts';
import { getLayer } from '../../usecases/plans/get-layer.ts';
import { listLayers } from '../../usecases/plans/list-layers.ts';
import { publishLayer } from '../../usecases/plans/publish-layer.ts';
import { saveArtefact } from '../../usecases/plans/save-artefact.ts';
import { type Route, route } from '../route.ts';

const etag = (revision: number) => `"${revision}"`;

export const planRoutes: Route[] = [
  route(plans.listLayers, async (context, caller) => ({ items: await listLayers(context, caller) })),
  route(plans.getLayer, (context, caller, { params }) => getLayer(context, caller, params.id)),
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
  route(plans.getBundle, (context, _caller, { params }) => getBundle(context, params.id)),
];
