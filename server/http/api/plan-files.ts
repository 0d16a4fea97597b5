import * as contract from '@oneplan/runtime/contracts/api/plan-files.ts';
import type { Response } from 'express';
import { type ExportedPlan, exportDraft, exportVersion } from '../../usecases/plan-files/export-plan.ts';
import { importIntoDraft, previewImport } from '../../usecases/plan-files/import-draft.ts';
import { importNewPlan, previewNewPlan } from '../../usecases/plan-files/import-new-plan.ts';
import { summariseLayer } from '../../usecases/plans/layer-summary.ts';
import { requireLayer } from '../../usecases/plans/require-layer.ts';
import { type Route, route } from '../route.ts';

export const planFileRoutes: Route[] = [
  route(contract.exportDraft, async (context, _caller, { params, response }) =>
    send(response, await exportDraft(context, params.id)),
  ),
  route(contract.exportVersion, async (context, _caller, { params, response }) =>
    send(response, await exportVersion(context, params.id)),
  ),
  route(contract.previewImport, (context, _caller, { params, bytes }) =>
    previewImport(context, params.id, bytes),
  ),
  route(contract.importIntoDraft, async (context, caller, { params, query, bytes }) => {
    const imported = await importIntoDraft(context, caller, params.id, { bytes, draft: query.draft });
    const layer = await summariseLayer(context, caller, await requireLayer(context, params.id));
    return { layer, ...imported };
  }),
  route(contract.previewNewPlan, (context, _caller, { params, bytes }) =>
    previewNewPlan(context, params.id, bytes),
  ),
  route(contract.importNewPlan, async (context, caller, { params, bytes }) => {
    const { layerId, created } = await importNewPlan(context, caller, params.id, bytes);
    const layer = await summariseLayer(context, caller, await requireLayer(context, layerId));
    return { layer, created };
  }),
];

function send(response: Response, { name, bytes }: ExportedPlan): undefined {
  response.setHeader('content-type', 'application/zip');
  response.setHeader(
    'content-disposition',
    `attachment; filename="plan.zip"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  response.send(Buffer.from(bytes));
  return undefined;
}
