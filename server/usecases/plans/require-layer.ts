import { artefactKinds } from '@oneplan/runtime/contracts/api/plans.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { ArtefactRow, LayerRow, OrgUnitRow, PlanRow } from '../../persistence/tables.ts';
import { filesOfArtefacts } from './plan-artefact.ts';

export interface LayerInPlace {
  readonly layer: LayerRow;
  readonly plan: PlanRow;
  readonly orgUnit: OrgUnitRow;
}

/** Throws `not-found` when there is no such layer. */
export async function requireLayer(context: Context, layerId: string): Promise<LayerInPlace> {
  const { layers, plans, orgUnits } = context.tables;
  const layer = await layers.findOne({ id: layerId });
  const plan = layer && (await plans.findOne({ id: layer.planId }));
  const orgUnit = layer && (await orgUnits.findOne({ id: layer.orgUnitId }));
  if (!plan || !orgUnit)
    throw new AppError('not-found', 'There is no plan layer with this id.', { id: layerId });
  return { layer, plan, orgUnit };
}

/** The draft of a layer: manifest first, then forms, flows, decisions and scenarios, each in the order of the keys. */
export async function readDraft(context: Context, layerId: string): Promise<ArtefactRow[]> {
  const rows = await context.tables.artefacts.find({ layerId }, { order: [['artefactKey', 'ASC']] });
  return rows.sort((a, b) => artefactKinds.indexOf(a.kind) - artefactKinds.indexOf(b.kind));
}

/** The draft as the files that the plan loader reads. */
export function filesOfDraft(planKey: string, draft: readonly ArtefactRow[]): Map<string, string> {
  return filesOfArtefacts(planKey, draft.map(contentOf));
}

export const contentOf = ({ kind, artefactKey, content }: ArtefactRow) => ({
  kind,
  key: artefactKey,
  content,
});
