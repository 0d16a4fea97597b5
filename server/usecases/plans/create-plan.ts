import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { loadPlan } from '@oneplan/runtime/plan/load-plan.ts';
import { planToSimulate } from '@oneplan/runtime/simulation/plan-to-simulate.ts';
import { checkScenarios } from '@oneplan/runtime/simulation/scenarios/check-scenarios.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import { insertLayer } from './insert-layer.ts';
import { artefactsOfFiles } from './plan-artefact.ts';
import { findingOnWire, planInvalid } from './plan-problem.ts';

export interface NewPlan {
  /** Path → text, as under `forms/` and `processes/`. */
  readonly files: ReadonlyMap<string, string>;
  /** Whose plan it is: the authority at the top. */
  readonly orgUnitId: string;
}

/**
 * Takes a plan from its files into the installation, with a draft for its authority; nothing is published by it.
 * Throws `plan-invalid` with every finding, also when a scenario beside a process goes otherwise than recorded, and `conflict` when there is a plan with this key.
 */
export async function createPlan(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  { files, orgUnitId }: NewPlan,
): Promise<{ planId: string; layerId: string }> {
  const { plan, findings } = await loadPlan(files);
  if (!plan) throw planInvalid(findings.map(findingOnWire));
  const differing = checkScenarios(await planToSimulate(plan), files, context.timeZone);
  if (differing.length > 0) throw planInvalid(differing.map(findingOnWire));
  const { key: planKey, name, stage } = plan.manifest;
  return transaction(context.database, async () => {
    if (await context.tables.plans.findOne({ planKey }))
      throw new AppError('conflict', `There is a plan with the key "${planKey}" already.`, { planKey });
    const planId = context.newId();
    await context.tables.plans.insert({ id: planId, planKey, name, stage, orgUnitId });
    const layerId = await insertLayer(context, caller, {
      planId,
      orgUnitId,
      extendsBundleId: null,
      artefacts: artefactsOfFiles(plan.manifest, files),
    });
    await audit(context, caller, {
      action: 'plan.created',
      objectKind: 'layer',
      objectId: layerId,
      orgUnitId,
      detail: { planKey },
    });
    return { planId, layerId };
  });
}
