import type { previewImport as contract } from '@oneplan/runtime/contracts/api/plan-files.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { canonicalJson } from '@oneplan/runtime/plan/canonical.ts';
import { diff } from '@oneplan/runtime/plan/diff/diff.ts';
import { planTree } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import type { UnpackedPlan } from '@oneplan/runtime/plan/plan-file/unpack-plan.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import { changeOnWire } from '../plans/change-on-wire.ts';
import { afterDraftChange } from '../plans/draft-change.ts';
import { draftContent, draftFingerprint } from '../plans/draft-content.ts';
import { planInvalid, type WireFinding } from '../plans/plan-problem.ts';
import { contentOf, type LayerInPlace, readDraft, requireLayer } from '../plans/require-layer.ts';
import { scenarioName } from '../plans/scenario-name.ts';
import { writeDraft } from '../plans/write-draft.ts';
import { judgeImport } from './judge-import.ts';
import { planInFile, readPlanFile } from './read-plan-file.ts';

type Preview = z.input<typeof contract.response>;
type Draft = ReturnType<typeof contentOf>[];

/** What an exported plan would change in the draft of a layer, and whether it may. Changes nothing. */
export async function previewImport(context: Context, layerId: string, bytes: Uint8Array): Promise<Preview> {
  const inPlace = await requireLayer(context, layerId);
  const { plan, findings } = await readPlanFile(bytes);
  const draft = (await readDraft(context, layerId)).map(contentOf);
  const head = { plan: planInFile(plan), draft: await draftFingerprint(inPlace.plan.planKey, draft) };
  if (!plan) return { ...head, changes: [], scenarios: [], refused: [...findings], findings: [] };
  const judged = await judgeImport(context, inPlace, draft, plan);
  if (judged.otherPlan) return { ...head, changes: [], scenarios: [], refused: judged.refused, findings: [] };
  return {
    ...head,
    ...(await changesOf(inPlace, draft, plan)),
    refused: judged.refused,
    findings: judged.findings,
  };
}

export interface ImportedPlan {
  readonly bytes: Uint8Array;
  /** Fingerprint of the draft that was previewed. */
  readonly draft?: string | undefined;
}

/**
 * Makes an exported plan the draft of a layer, all of it or nothing. Files that say the same as before keep their
 * revision, so that the same file again changes nothing at all. Throws `plan-invalid` with every finding when the file
 * can not be read, holds what a plan must not hold, or breaks what a layer above lays down; `revision-stale` when the
 * draft is not the one that was previewed.
 */
export async function importIntoDraft(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  layerId: string,
  { bytes, draft: previewed }: ImportedPlan,
): Promise<{ changed: boolean; findings: WireFinding[] }> {
  const { plan, findings } = await readPlanFile(bytes);
  if (!plan) throw planInvalid(findings);
  return transaction(context.database, async () => {
    await context.sql.all(`SELECT id FROM plan_layer WHERE id = ? ${context.sql.forUpdate}`, [layerId]);
    const inPlace = await requireLayer(context, layerId);
    const draft = (await readDraft(context, layerId)).map(contentOf);
    const judged = await judgeImport(context, inPlace, draft, plan);
    const before = await draftFingerprint(inPlace.plan.planKey, draft);
    if (before === plan.header.fingerprint) return { changed: false, findings: judged.findings };
    if (previewed !== undefined && previewed !== (before ?? ''))
      throw new AppError(
        'revision-stale',
        'The draft was changed since you looked at what the file would change; look again.',
        { layerId },
      );
    if (judged.refused.length > 0) throw planInvalid(judged.refused);
    await writeDraft(context, caller, layerId, plan.content);
    await afterDraftChange(context, caller, inPlace);
    await audit(context, caller, {
      action: 'plan.imported',
      objectKind: 'layer',
      objectId: layerId,
      orgUnitId: inPlace.layer.orgUnitId,
      detail: { fingerprint: plan.header.fingerprint, before },
    });
    return { changed: true, findings: judged.findings };
  });
}

async function changesOf(
  { plan: { planKey } }: LayerInPlace,
  draft: Draft,
  { content }: UnpackedPlan,
): Promise<Pick<Preview, 'changes' | 'scenarios'>> {
  const before = draftContent(planKey, draft);
  const after = await planTree(content);
  return {
    changes: diff(before ? await planTree(before) : new Map(), after).map(changeOnWire),
    scenarios: scenarioChanges(before?.scenarios ?? {}, content.scenarios ?? {}),
  };
}

type Scenarios = Readonly<Record<string, unknown>>;

function scenarioChanges(before: Scenarios, after: Scenarios): Preview['scenarios'] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => {
    const change = changeOf(before[key], after[key]);
    if (change === null) return [];
    return [{ key, name: scenarioName(JSON.stringify(after[key] ?? before[key]), key), change }];
  });
}

function changeOf(before: unknown, after: unknown): Preview['scenarios'][number]['change'] | null {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return canonicalJson(before) === canonicalJson(after) ? null : 'changed';
}
