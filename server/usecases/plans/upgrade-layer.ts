import type { previewUpgrade as previewContract } from '@oneplan/runtime/contracts/api/upgrades.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { type BundleContent, bundleFiles } from '@oneplan/runtime/plan/bundle-content.ts';
import { diff } from '@oneplan/runtime/plan/diff/diff.ts';
import type { PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import { planTree } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import { fingerprint, webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import { loadPlan } from '@oneplan/runtime/plan/load-plan.ts';
import type { Choices, MergeConflict } from '@oneplan/runtime/plan/merge/merge-conflict.ts';
import { readPlan } from '@oneplan/runtime/plan/merge/read-plan.ts';
import { upgrade } from '@oneplan/runtime/plan/upgrade/upgrade.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import type { BundleRow } from '../../persistence/tables.ts';
import { transaction } from '../../persistence/transaction.ts';
import { contentOfBundle } from './bundle-artefacts.ts';
import { changeOnWire } from './change-on-wire.ts';
import { afterDraftChange } from './draft-change.ts';
import { draftContent } from './draft-content.ts';
import { lastVersion } from './last-version.ts';
import { layersAbove, readBundleLayer } from './layers-above.ts';
import { lockFindings } from './lock-findings.ts';
import { findingOnWire } from './plan-problem.ts';
import { contentOf, type LayerInPlace, readDraft, requireLayer } from './require-layer.ts';
import { writeDraft } from './write-draft.ts';

type Preview = z.input<typeof previewContract.response>;
type Conflict = Preview['conflicts'][number];

/**
 * What the draft of a layer would be if it followed the last version of the layer above: a three-way merge, in which
 * nothing is lost. Changes nothing. Throws `conflict` at the top, where nobody is above.
 */
export async function previewUpgrade(context: Context, layerId: string, choices: Choices): Promise<Preview> {
  const inPlace = await requireLayer(context, layerId);
  const { from, last } = await versionsAbove(context, inPlace);
  const { content: mine, id: draft } = await readMine(context, inPlace);
  const head = { from: { bundleId: from.id, version: from.version }, draft };
  if (last.id === from.id) return { ...head, to: null, above: [], here: [], conflicts: [], findings: [] };
  const above = await layersAbove(context, last.id);
  const merged = await mergeOnto(context, { from, last, mine, choices });
  const base = await readBundleLayer(await loadBundle(context, from.id));
  const theirs = await readBundleLayer(await loadBundle(context, last.id));
  const loading = await loadPlan(bundleFiles(merged.content));
  return {
    ...head,
    to: {
      bundleId: last.id,
      version: last.version,
      publishedAt: new Date(Number(last.publishedAt)).toISOString(),
      note: last.note,
    },
    above: changes(base.tree, theirs.tree),
    here: changes(await planTree(mine), await planTree(merged.content)),
    conflicts: merged.conflicts.map(conflictOnWire),
    findings: [...loading.findings.map(findingOnWire), ...(await lockFindings(above, merged.content))],
  };
}

export interface Upgrade {
  /** The version that was previewed. */
  readonly to: string;
  /** Fingerprint of the draft that was previewed. */
  readonly draft: string;
  readonly choices: Choices;
}

/**
 * Writes the merge into the draft, which extends the new version from then on. Throws `revision-stale` when the draft
 * was changed, or the layer above published again, since the preview.
 */
export async function applyUpgrade(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  layerId: string,
  { to, draft, choices }: Upgrade,
): Promise<Conflict[]> {
  return transaction(context.database, async () => {
    await context.sql.all(`SELECT id FROM plan_layer WHERE id = ? ${context.sql.forUpdate}`, [layerId]);
    const inPlace = await requireLayer(context, layerId);
    const { from, last } = await versionsAbove(context, inPlace);
    const { content: mine, id } = await readMine(context, inPlace);
    if (last.id !== to || id !== draft)
      throw new AppError(
        'revision-stale',
        'The draft was changed, or the layer above has published again, since you looked; look again.',
        { layerId, last: last.id },
      );
    if (from.id === last.id) return [];
    const merged = await mergeOnto(context, { from, last, mine, choices });
    await writeDraft(context, caller, layerId, merged.content);
    await context.tables.layers.update({ id: layerId }, { extendsBundleId: last.id });
    await afterDraftChange(context, caller, inPlace);
    await audit(context, caller, {
      action: 'plan.layer-upgraded',
      objectKind: 'layer',
      objectId: layerId,
      orgUnitId: inPlace.layer.orgUnitId,
      detail: { from: from.version, to: last.version, conflicts: merged.conflicts.length },
    });
    return merged.conflicts.map(conflictOnWire);
  });
}

/** The version that the layer extends, and the last one of the same authority. */
async function versionsAbove(
  context: Context,
  { layer, orgUnit }: LayerInPlace,
): Promise<{ from: BundleRow; last: BundleRow }> {
  const { bundles } = context.tables;
  const from = layer.extendsBundleId && (await bundles.findOne({ id: layer.extendsBundleId }));
  if (!from)
    throw new AppError('conflict', `Nobody is above ${orgUnit.name}: there is nothing to follow.`, {
      layerId: layer.id,
    });
  const last = await lastVersion(context, from.layerId);
  return { from, last: last ?? from };
}

async function readMine(
  context: Context,
  { layer, plan }: LayerInPlace,
): Promise<{ content: BundleContent; id: string }> {
  const content = draftContent(plan.planKey, (await readDraft(context, layer.id)).map(contentOf));
  if (!content)
    throw new AppError('conflict', 'The settings of this plan can not be read; mend them first.', {
      layerId: layer.id,
    });
  return { content, id: await fingerprint(content, webDigest) };
}

async function mergeOnto(
  context: Context,
  {
    from,
    last,
    mine,
    choices,
  }: {
    readonly from: BundleRow;
    readonly last: BundleRow;
    readonly mine: BundleContent;
    readonly choices: Choices;
  },
) {
  return upgrade({
    base: await readPlan(contentOfBundle(await loadBundle(context, from.id))),
    theirs: await readPlan(contentOfBundle(await loadBundle(context, last.id))),
    mine: await readPlan(mine),
    above: await layersAbove(context, last.id),
    choices,
  });
}

const changes = (before: PlanTree, after: PlanTree) => diff(before, after).map(changeOnWire);

function conflictOnWire({
  id,
  element,
  kind,
  name,
  reason,
  property,
  base,
  theirs,
  mine,
  chosen,
}: MergeConflict): Conflict {
  return { id, element, kind, name, reason, property, base, theirs, mine, chosen };
}
