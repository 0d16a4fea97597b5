import type { Context } from '../context.ts';
import { type Caller, loadCaller } from '../identity/caller.ts';
import type { OrgUnitRow } from '../persistence/tables.ts';
import { transaction } from '../persistence/transaction.ts';
import { createLayer } from '../usecases/plans/create-layer.ts';
import { createPlan } from '../usecases/plans/create-plan.ts';
import { publishLayer } from '../usecases/plans/publish-layer.ts';
import { city, cohorts, districts } from './organisation.ts';

export interface DemoPlanOptions {
  readonly cityCode: string;
  /** Districts that get a draft of their own. */
  readonly districtCodes: readonly string[];
  readonly entryCohorts: readonly number[];
  /** Account of the city administrator, in whose name all of it happens. */
  readonly publisher: string;
}

const usual: DemoPlanOptions = {
  cityCode: city.code,
  districtCodes: districts.map(({ code }) => code),
  entryCohorts: cohorts.map(({ entryCohort }) => entryCohort),
  publisher: 'city',
};

/**
 * Takes a plan (its files, path → text) into the demo: the city's layer, published as version 1, and a draft of each
 * district that extends it. All or nothing; once there is any plan it changes nothing. The demo's organisation must
 * be there.
 */
export async function loadDemoPlan(
  context: Context,
  files: ReadonlyMap<string, string>,
  options: Partial<DemoPlanOptions> = {},
): Promise<void> {
  const { cityCode, districtCodes, entryCohorts, publisher } = { ...usual, ...options };
  await transaction(context.database, async () => {
    if ((await context.tables.plans.count({})) > 0) return;
    const caller = await requireUser(context, publisher);
    const { layerId } = await createPlan(context, caller, {
      files,
      orgUnitId: (await requireUnit(context, cityCode)).id,
    });
    const { id: bundleId } = await publishLayer(context, caller, layerId, {
      note: '首次发布',
      cohorts: entryCohorts,
    });
    for (const code of districtCodes)
      await createLayer(context, caller, { bundleId, orgUnitId: (await requireUnit(context, code)).id });
  });
}

async function requireUser(context: Context, username: string): Promise<Caller> {
  const user = await context.tables.users.findOne({ username });
  const caller = user && (await loadCaller(context, user.id));
  if (!caller) throw new Error(`the demo plan needs the account "${username}"; load the demo's people first`);
  return caller;
}

async function requireUnit(context: Context, code: string): Promise<OrgUnitRow> {
  const unit = await context.tables.orgUnits.findOne({ code });
  if (!unit) throw new Error(`the demo plan needs the org unit ${code}; load the demo's organisation first`);
  return unit;
}
