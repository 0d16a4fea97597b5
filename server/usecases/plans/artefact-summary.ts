import type { artefactSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { ArtefactRow, LayerRow } from '../../persistence/tables.ts';
import { compareDraft } from './changed-artefacts.ts';
import { lastVersion } from './last-version.ts';
import { peopleNames } from './people-names.ts';
import { contentOf } from './require-layer.ts';

type ArtefactSummary = z.input<typeof artefactSummary>;

/** Artefacts of one layer as they are shown; `changed` against the layer's published version, or what it extends. */
export async function summariseArtefacts(
  context: Context,
  layer: LayerRow,
  artefacts: readonly ArtefactRow[],
): Promise<ArtefactSummary[]> {
  const names = await peopleNames(
    context,
    artefacts.map(({ updatedBy }) => updatedBy),
  );
  const current = await lastVersion(context, layer.id);
  const comparison = await compareDraft(context, layer, current);
  return artefacts.map((artefact) => ({
    kind: artefact.kind,
    key: artefact.artefactKey,
    name: artefact.name,
    revision: artefact.revision,
    updatedAt: new Date(artefact.updatedAt).toISOString(),
    updatedBy: artefact.updatedBy === null ? null : (names.get(artefact.updatedBy) ?? null),
    changed: comparison.changed(contentOf(artefact)),
  }));
}
