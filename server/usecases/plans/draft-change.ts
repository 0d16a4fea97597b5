import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { lapseChanged } from '../filing/end-filing.ts';
import { draftContent, draftFingerprint } from './draft-content.ts';
import { layersAbove } from './layers-above.ts';
import { broughtAbout, lockFindings } from './lock-findings.ts';
import { manifestKey, type PlanArtefact, readManifestArtefact } from './plan-artefact.ts';
import { planInvalid } from './plan-problem.ts';
import { contentOf, type LayerInPlace, readDraft } from './require-layer.ts';

type Content = Pick<PlanArtefact, 'kind' | 'key' | 'content'>;

/**
 * Throws `plan-invalid` with every finding when a change of a draft breaks what the layers above lay down. What was
 * broken before the change is not held against it: it keeps the layer from being checked, filed and published.
 */
export async function refuseForbidden(
  context: Context,
  { layer, plan }: LayerInPlace,
  before: readonly Content[],
  after: readonly Content[],
): Promise<void> {
  const above = await layersAbove(context, layer.extendsBundleId);
  const content = draftContent(plan.planKey, after);
  if (above.length === 0 || !content) return;
  const findings = await lockFindings(above, content);
  if (!findings.some(({ severity }) => severity === 'error')) return;
  const old = draftContent(plan.planKey, before);
  const added = broughtAbout(old ? await lockFindings(above, old) : [], findings);
  if (added.length > 0) throw planInvalid(added);
}

/** To be called after every change of a draft: what was filed or accepted before counts no longer. */
export async function afterDraftChange(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  { layer, plan }: LayerInPlace,
): Promise<void> {
  const draft = (await readDraft(context, layer.id)).map(contentOf);
  await lapseChanged(context, caller, layer.id, await draftFingerprint(plan.planKey, draft));
}

/** The draft with one of its files as it will be. */
export function withContent(draft: readonly Content[], changed: Content): Content[] {
  const others = draft.filter(({ kind, key }) => kind !== changed.kind || key !== changed.key);
  return [...others, changed];
}

interface ManifestInDraft {
  readonly draft: Content[];
  readonly manifest: PlanManifest;
  readonly revision: number;
}

/** The draft of a layer with its manifest. Throws `plan-invalid` when the manifest can not be read. */
export async function readManifestOf(context: Context, layerId: string): Promise<ManifestInDraft> {
  const rows = await readDraft(context, layerId);
  const draft = rows.map(contentOf);
  const manifest = readManifestArtefact(draft);
  const row = rows.find(({ kind }) => kind === 'manifest');
  if (!manifest || !row)
    throw planInvalid([
      {
        rule: 'manifest-unreadable',
        severity: 'error',
        message: 'The settings of this plan can not be read. Mend them first.',
      },
    ]);
  return { draft, manifest, revision: row.revision };
}

export const manifestText = (manifest: PlanManifest) => `${JSON.stringify(manifest, null, 2)}\n`;

/** Writes the manifest of a draft over the revision that was read. Throws `revision-stale` when somebody was faster. */
export async function writeManifest(
  context: Context,
  userId: string,
  layerId: string,
  { content, revision }: { readonly content: string; readonly revision: number },
): Promise<void> {
  const changed = await context.sql.run(
    `UPDATE artefact SET content = ?, revision = revision + 1, updated_at = ?, updated_by = ?
     WHERE layer_id = ? AND kind = 'manifest' AND artefact_key = ? AND revision = ?`,
    [content, context.now(), userId, layerId, manifestKey, revision],
  );
  if (changed === 0)
    throw new AppError(
      'revision-stale',
      'Somebody has just changed the settings of this plan; nothing of yours was saved. Try again.',
      { kind: 'manifest', key: manifestKey, expected: revision },
    );
}
