import { loadPlan } from '@oneplan/runtime/plan/load-plan.ts';
import { planFileFinding } from '@oneplan/runtime/plan/plan-file/plan-file-finding.ts';
import type { UnpackedPlan } from '@oneplan/runtime/plan/plan-file/unpack-plan.ts';
import { planToSimulate } from '@oneplan/runtime/simulation/plan-to-simulate.ts';
import { checkScenarios } from '@oneplan/runtime/simulation/scenarios/check-scenarios.ts';
import type { Context } from '../../context.ts';
import { checkArtefact } from '../plans/check-artefact.ts';
import { draftContent } from '../plans/draft-content.ts';
import { layersAbove } from '../plans/layers-above.ts';
import { broughtAbout, lockFindings } from '../plans/lock-findings.ts';
import { artefactsOfFiles, pathOfArtefact } from '../plans/plan-artefact.ts';
import { findingOnWire, type WireFinding } from '../plans/plan-problem.ts';
import type { contentOf, LayerInPlace } from '../plans/require-layer.ts';

export interface JudgedImport {
  /** The file holds a plan with another key than the layer's. */
  readonly otherPlan: boolean;
  /** What a draft must never hold, and what the layers above do not allow: as for any save. Empty: it may be imported. */
  readonly refused: WireFinding[];
  /** What is still to be mended before the draft can be published. */
  readonly findings: WireFinding[];
}

/** Holds an exported plan against what may become the draft of a layer. */
export async function judgeImport(
  context: Context,
  { layer, plan: { planKey } }: LayerInPlace,
  draft: readonly ReturnType<typeof contentOf>[],
  { content, files }: UnpackedPlan,
): Promise<JudgedImport> {
  const { manifest } = content;
  if (manifest.key !== planKey) {
    const finding = planFileFinding('plan-file-other-plan', { plan: manifest.key, wanted: planKey });
    return { otherPlan: true, refused: [findingOnWire(finding)], findings: [] };
  }
  const forbidden: WireFinding[] = [];
  for (const artefact of artefactsOfFiles(manifest, files))
    forbidden.push(...(await checkArtefact(planKey, pathOfArtefact(planKey, manifest, artefact), artefact)));
  const above = await layersAbove(context, layer.extendsBundleId);
  const locked = await lockFindings(above, content);
  const old = locked.length > 0 ? draftContent(planKey, draft) : null;
  const broken = broughtAbout(old ? await lockFindings(above, old) : [], locked);
  const loading = await loadPlan(files, planKey);
  const replayed = loading.plan
    ? checkScenarios(await planToSimulate(loading.plan), files, context.timeZone)
    : [];
  const refused = [...forbidden.filter(({ severity }) => severity === 'error'), ...broken];
  const known = new Set(refused.map(identityOf));
  const findings = [...[...loading.findings, ...replayed].map(findingOnWire), ...locked];
  return { otherPlan: false, refused, findings: findings.filter((it) => !known.has(identityOf(it))) };
}

const identityOf = ({ rule, file, path, elementId, message }: WireFinding) =>
  JSON.stringify([rule, file, path, elementId, message]);
