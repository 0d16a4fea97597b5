import type { previewNewPlan } from '@oneplan/runtime/contracts/api/plan-files.ts';
import { webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import { type UnpackedPlan, unpackPlan } from '@oneplan/runtime/plan/plan-file/unpack-plan.ts';
import type { z } from 'zod';
import { findingOnWire, type WireFinding } from '../plans/plan-problem.ts';

export type PlanInFile = z.input<typeof previewNewPlan.response>['plan'];

/** An exported file as it goes on from here: the plan that it holds, or why it can not be read. */
export interface ReadPlanFile {
  readonly plan?: UnpackedPlan;
  readonly findings: readonly WireFinding[];
}

export async function readPlanFile(bytes: Uint8Array): Promise<ReadPlanFile> {
  const { plan, findings } = await unpackPlan(bytes, webDigest);
  return { plan, findings: findings.map(findingOnWire) };
}

export function planInFile(plan: UnpackedPlan | undefined): PlanInFile {
  if (!plan) return null;
  const { manifest, scenarios } = plan.content;
  return {
    key: manifest.key,
    name: manifest.name,
    stage: manifest.stage,
    fingerprint: plan.header.fingerprint,
    forms: manifest.forms.length,
    processes: manifest.processes.length,
    scenarios: Object.keys(scenarios ?? {}).length,
  };
}
