import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import {
  afterDraftChange,
  manifestText,
  readManifestOf,
  refuseForbidden,
  writeManifest,
} from './draft-change.ts';
import { type ArtefactPlace, requireArtefact } from './get-artefact.ts';
import { manifestKey } from './plan-artefact.ts';
import { type LayerInPlace, requireLayer } from './require-layer.ts';
import { revisionOf, staleArtefact } from './stale-artefact.ts';

/**
 * Takes a file of scenarios out of a draft; or a form, a decision or a file of processes, with what the manifest says of it alone: its entry, records that
 * are filled in on it, locks on what stands in it. Other places that name it are found when the draft is checked. Throws
 * `plan-invalid` when a layer above keeps it, and `revision-stale` when somebody saved it meanwhile.
 */
export async function removeArtefact(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  place: ArtefactPlace,
  ifMatch: string,
): Promise<Record<string, never>> {
  const { layerId, kind, key } = place;
  if (kind === 'manifest')
    throw new AppError('invalid-request', 'A plan always has its settings; they can not be taken out.', {
      key,
    });
  const expected = revisionOf(ifMatch);
  return transaction(context.database, async () => {
    const inPlace = await requireLayer(context, layerId);
    const row = await requireArtefact(context, place);
    if (row.revision !== expected) throw await staleArtefact(context, row, expected);
    if (kind !== 'scenario') await removeFromManifest(context, caller.userId, inPlace, { kind, key });
    await context.tables.artefacts.delete({ layerId, kind, artefactKey: key });
    await afterDraftChange(context, caller, inPlace);
    await audit(context, caller, {
      action: 'plan.artefact-removed',
      objectKind: 'layer',
      objectId: layerId,
      orgUnitId: inPlace.layer.orgUnitId,
      detail: { kind, key, revision: row.revision },
    });
    return {};
  });
}

async function removeFromManifest(
  context: Context,
  userId: string,
  inPlace: LayerInPlace,
  { kind, key }: { readonly kind: ListedKind; readonly key: string },
): Promise<void> {
  const { draft, manifest, revision } = await readManifestOf(context, inPlace.layer.id);
  const content = manifestText(withoutEntry(manifest, kind, key));
  const after = draft.flatMap((it) => {
    if (it.kind === kind && it.key === key) return [];
    return [it.kind === 'manifest' ? { ...it, key: manifestKey, content } : it];
  });
  await refuseForbidden(context, inPlace, draft, after);
  await writeManifest(context, userId, inPlace.layer.id, { content, revision });
}

type ListedKind = 'form' | 'process' | 'decision';

function withoutEntry(manifest: PlanManifest, kind: ListedKind, key: string): PlanManifest {
  if (kind === 'form')
    return {
      ...manifest,
      forms: manifest.forms.filter((it) => it.key !== key),
      records: manifest.records.filter(({ form }) => form !== key),
      locks: manifest.locks.filter(({ element }) => !isWithin(element, [`form:${key}`])),
    };
  if (kind === 'decision')
    return {
      ...manifest,
      decisions: (manifest.decisions ?? []).filter((it) => it.key !== key),
      locks: manifest.locks.filter(({ element }) => !isWithin(element, [`decision:${key}`])),
    };
  const file = manifest.processes.find((it) => it.key === key)?.file;
  const gone = manifest.processes.filter((it) => it.key === key || it.file === file).map((it) => it.key);
  const stays = ({ process }: { readonly process: string }) => !gone.includes(process);
  return {
    ...manifest,
    processes: manifest.processes.filter((it) => !gone.includes(it.key)),
    records: manifest.records.filter(stays),
    notices: manifest.notices.filter(stays),
    archive: manifest.archive.filter(stays),
    locks: manifest.locks.filter(
      ({ element }) =>
        !isWithin(
          element,
          gone.map((it) => `process:${it}`),
        ),
    ),
  };
}

const isWithin = (element: string, roots: readonly string[]) =>
  roots.some((root) => element === root || element.startsWith(`${root}/`));
