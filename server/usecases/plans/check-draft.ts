import { loadPlan } from '@oneplan/runtime/plan/load-plan.ts';
import type { LoadedPlan } from '@oneplan/runtime/plan/loaded-plan.ts';
import { manifestPath } from '@oneplan/runtime/plan/plan-files.ts';
import { planToSimulate } from '@oneplan/runtime/simulation/plan-to-simulate.ts';
import { checkScenarios } from '@oneplan/runtime/simulation/scenarios/check-scenarios.ts';
import type { Context } from '../../context.ts';
import { cohortFindings } from './cohort-findings.ts';
import { draftContent } from './draft-content.ts';
import { layersAbove } from './layers-above.ts';
import { lockFindings } from './lock-findings.ts';
import { findingOnWire, type WireFinding } from './plan-problem.ts';
import { contentOf, filesOfDraft, type LayerInPlace, readDraft } from './require-layer.ts';

export interface CheckedDraft {
  /** Absent when a finding is an error. */
  readonly plan?: LoadedPlan;
  readonly findings: readonly WireFinding[];
}

/**
 * Checks the whole draft of a layer: each file, how the files fit together, that it is still this plan, that its flows
 * go as they were recorded, and that it keeps what all layers above lay down.
 */
export async function checkDraft(
  context: Context,
  { layer, plan, orgUnit }: LayerInPlace,
): Promise<CheckedDraft> {
  const draft = await readDraft(context, layer.id);
  const content = draftContent(plan.planKey, draft.map(contentOf));
  const locked = content
    ? await lockFindings(await layersAbove(context, layer.extendsBundleId), content)
    : [];
  const files = filesOfDraft(plan.planKey, draft);
  const loading = await loadPlan(files, plan.planKey);
  const replayed = loading.plan
    ? checkScenarios(await planToSimulate(loading.plan), files, context.timeZone)
    : [];
  const findings = [...[...loading.findings, ...replayed].map(findingOnWire), ...locked];
  if (loading.plan && loading.plan.manifest.stage !== plan.stage)
    findings.push({
      rule: 'stage-fixed',
      severity: 'error',
      file: manifestPath(plan.planKey),
      path: '/stage',
      message: `This is a plan for ${plan.stage}; the stage of a plan can not be changed. Set it back, or make another plan.`,
    });
  findings.push(...(await cohortFindings(context, { layer, plan, orgUnit })));
  const refused = findings.some(({ severity }) => severity === 'error');
  return refused || !loading.plan ? { findings } : { plan: loading.plan, findings };
}
