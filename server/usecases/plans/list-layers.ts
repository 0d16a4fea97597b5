import type { LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayAt, summariseLayer } from './layer-summary.ts';

/** The layers that the caller may read, from the top of the organisation tree down. */
export async function listLayers(context: Context, caller: Caller): Promise<LayerSummary[]> {
  const { layers, plans, orgUnits } = context.tables;
  const all = await layers.find({});
  const units = new Map(
    (await orgUnits.find({ id: all.map(({ orgUnitId }) => orgUnitId) })).map((unit) => [unit.id, unit]),
  );
  const planOf = new Map((await plans.find({})).map((plan) => [plan.id, plan]));
  const readable = [];
  for (const layer of all) {
    const orgUnit = units.get(layer.orgUnitId);
    const plan = planOf.get(layer.planId);
    if (orgUnit && plan && (await mayAt(context, caller, 'plan.read', orgUnit)))
      readable.push({ layer, plan, orgUnit });
  }
  const depth = (path: string) => path.split('/').length;
  readable.sort(
    (a, b) =>
      compare(a.plan.planKey, b.plan.planKey) ||
      depth(a.orgUnit.path) - depth(b.orgUnit.path) ||
      compare(a.orgUnit.code, b.orgUnit.code),
  );
  const summaries: LayerSummary[] = [];
  for (const layer of readable) summaries.push(await summariseLayer(context, caller, layer));
  return summaries;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
