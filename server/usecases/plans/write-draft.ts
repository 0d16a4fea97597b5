import { type BundleContent, bundleFiles } from '@oneplan/runtime/plan/bundle-content.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import type { ArtefactRow } from '../../persistence/tables.ts';
import { canonicalArtefact } from './changed-artefacts.ts';
import { artefactsOfFiles } from './plan-artefact.ts';
import { readDraft } from './require-layer.ts';

/**
 * Makes the draft of a layer this plan. Files that say the same as before keep text and revision; whoever has another one open
 * is told when saving, as after any other change. In the current transaction.
 */
export async function writeDraft(
  context: Context,
  caller: Pick<Caller, 'userId'>,
  layerId: string,
  content: BundleContent,
): Promise<void> {
  const { artefacts } = context.tables;
  const known = new Map(
    (await readDraft(context, layerId)).map((row) => [`${row.kind}/${row.artefactKey}`, row]),
  );
  const changed = { updatedAt: context.now(), updatedBy: caller.userId };
  for (const { kind, key, name, content: text } of artefactsOfFiles(content.manifest, bundleFiles(content))) {
    const row = known.get(`${kind}/${key}`);
    known.delete(`${kind}/${key}`);
    const place = { layerId, kind, artefactKey: key };
    if (!row) await artefacts.insert({ ...place, name, content: text, revision: 1, ...changed });
    else if (!isSame(row, text))
      await artefacts.update(place, { name, content: text, revision: row.revision + 1, ...changed });
  }
  for (const { kind, artefactKey } of known.values()) await artefacts.delete({ layerId, kind, artefactKey });
}

const isSame = ({ kind, artefactKey: key, content }: ArtefactRow, text: string) =>
  content === text ||
  canonicalArtefact({ kind, key, content }) === canonicalArtefact({ kind, key, content: text });
