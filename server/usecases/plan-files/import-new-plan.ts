import type { previewNewPlan as contract } from '@oneplan/runtime/contracts/api/plan-files.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { loadPlan } from '@oneplan/runtime/plan/load-plan.ts';
import { planToSimulate } from '@oneplan/runtime/simulation/plan-to-simulate.ts';
import { checkScenarios } from '@oneplan/runtime/simulation/scenarios/check-scenarios.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import { createPlan } from '../plans/create-plan.ts';
import { draftFingerprint } from '../plans/draft-content.ts';
import { findingOnWire, planInvalid, type WireFinding } from '../plans/plan-problem.ts';
import { contentOf, readDraft } from '../plans/require-layer.ts';
import { planInFile, readPlanFile } from './read-plan-file.ts';

/** What an exported plan holds, and whether an authority can begin a plan with it. Changes nothing. */
export async function previewNewPlan(
  context: Context,
  orgUnitId: string,
  bytes: Uint8Array,
): Promise<z.input<typeof contract.response>> {
  const { plan, findings } = await readPlanFile(bytes);
  if (!plan) return { plan: null, taken: null, refused: [...findings] };
  const existing = await findPlan(context, plan.header.plan, orgUnitId);
  return {
    plan: planInFile(plan),
    taken: existing && { layerId: existing.layerId },
    refused: existing ? [] : await wrongWith(context, plan.files),
  };
}

/**
 * Begins a plan at an authority with an exported one. The same file again answers the layer that it made, as long as
 * nobody has changed it. Throws `plan-invalid` with every finding, and `conflict` when there is a plan with this key.
 */
export async function importNewPlan(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  orgUnitId: string,
  bytes: Uint8Array,
): Promise<{ layerId: string; created: boolean }> {
  const { plan, findings } = await readPlanFile(bytes);
  if (!plan) throw planInvalid(findings);
  const { plan: planKey, fingerprint } = plan.header;
  return transaction(context.database, async () => {
    const existing = await findPlan(context, planKey, orgUnitId);
    if (existing === null) {
      const { layerId } = await createPlan(context, caller, { files: plan.files, orgUnitId });
      return { layerId, created: true };
    }
    const { layerId } = existing;
    const draft = layerId === null ? [] : (await readDraft(context, layerId)).map(contentOf);
    if (layerId !== null && (await draftFingerprint(planKey, draft)) === fingerprint)
      return { layerId, created: false };
    throw new AppError(
      'conflict',
      layerId === null
        ? `There is a plan with the key "${planKey}" already, of another authority.`
        : `There is a plan with the key "${planKey}" already; take the file into its draft.`,
      { planKey, layerId },
    );
  });
}

/** The plan with a key, and its layer at an org unit. */
async function findPlan(
  { tables }: Context,
  planKey: string,
  orgUnitId: string,
): Promise<{ layerId: string | null } | null> {
  const plan = await tables.plans.findOne({ planKey });
  if (!plan) return null;
  return { layerId: (await tables.layers.findOne({ planId: plan.id, orgUnitId }))?.id ?? null };
}

async function wrongWith(context: Context, files: ReadonlyMap<string, string>): Promise<WireFinding[]> {
  const { plan, findings } = await loadPlan(files);
  const replayed = plan ? checkScenarios(await planToSimulate(plan), files, context.timeZone) : [];
  return [...findings, ...replayed].map(findingOnWire);
}
