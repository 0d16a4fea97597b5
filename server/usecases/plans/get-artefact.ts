import type {
  ArtefactKind,
  getArtefact as getArtefactEndpoint,
} from '@oneplan/runtime/contracts/api/plans.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { ArtefactRow } from '../../persistence/tables.ts';
import { summariseArtefacts } from './artefact-summary.ts';
import { requireLayer } from './require-layer.ts';

export interface ArtefactPlace {
  readonly layerId: string;
  readonly kind: ArtefactKind;
  readonly key: string;
}

/** Throws `not-found` when the layer has no such artefact. */
export async function requireArtefact(
  context: Context,
  { layerId, kind, key }: ArtefactPlace,
): Promise<ArtefactRow> {
  const row = await context.tables.artefacts.findOne({ layerId, kind, artefactKey: key });
  if (!row)
    throw new AppError('not-found', `The draft of this layer has no ${kind} "${key}".`, {
      layerId,
      kind,
      key,
    });
  return row;
}

/** One file of a layer's draft. */
export async function getArtefact(
  context: Context,
  place: ArtefactPlace,
): Promise<z.input<typeof getArtefactEndpoint.response>> {
  const { layer } = await requireLayer(context, place.layerId);
  const row = await requireArtefact(context, place);
  const [summary] = await summariseArtefacts(context, layer, [row]);
  if (!summary) throw new Error('one artefact has one summary');
  return { ...summary, content: row.content };
}
