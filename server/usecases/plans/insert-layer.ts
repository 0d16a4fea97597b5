import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import type { LayerRow } from '../../persistence/tables.ts';
import type { PlanArtefact } from './plan-artefact.ts';

type NewLayer = Omit<LayerRow, 'id' | 'createdAt'> & { readonly artefacts: readonly PlanArtefact[] };

/** Writes a layer and its first draft, in the current transaction; answers the layer's id. */
export async function insertLayer(
  context: Context,
  caller: Pick<Caller, 'userId'>,
  { artefacts, ...layer }: NewLayer,
): Promise<string> {
  const id = context.newId();
  const now = context.now();
  await context.tables.layers.insert({ ...layer, id, createdAt: now });
  await context.tables.artefacts.insert(
    ...artefacts.map(({ kind, key, name, content }) => ({
      layerId: id,
      kind,
      artefactKey: key,
      name,
      content,
      revision: 1,
      updatedAt: now,
      updatedBy: caller.userId,
    })),
  );
  return id;
}
