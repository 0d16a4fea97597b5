import { presenceSeconds } from '@oneplan/runtime/contracts/api/layers.ts';
import type { ListedLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { places } from '../../persistence/sql-statement.ts';
import type { FilingRow } from '../../persistence/tables/plan-tables.ts';
import { lifecycleState } from '../filing/lifecycle-state.ts';
import { mayAt, summariseLayers } from './layer-summary.ts';
import { peopleNames } from './people-names.ts';
import type { LayerInPlace } from './require-layer.ts';

/**
 * The layers that the caller may read, from the top of the organisation tree down, with how each stands and who works on
 * it. A list of a whole city takes as many statements as one of a single layer.
 */
export async function listLayers(context: Context, caller: Caller): Promise<ListedLayer[]> {
  const readable = await readableLayers(context, caller);
  if (readable.length === 0) return [];
  const ids = readable.map(({ layer }) => layer.id);
  const summarised = await summariseLayers(context, caller, readable);
  const filings = await lastFilings(context, ids);
  const present = await presentElsewhere(context, caller, ids);
  const names = await peopleNames(context, [
    ...summarised.map(({ draft }) => draft.lastEdit?.by ?? null),
    ...present.map(({ userId }) => userId),
  ]);
  const within = layersWithin(readable);
  return summarised.map(({ summary, draft }, at) => ({
    ...summary,
    within: within.get(summary.id) ?? null,
    state: lifecycleState({
      fingerprint: draft.fingerprint,
      filing: filings.get(summary.id) ?? null,
      published: summary.published?.fingerprint,
      checked: readable[at]?.layer.checkedFingerprint,
    }),
    lastEdit: draft.lastEdit && {
      at: new Date(draft.lastEdit.at).toISOString(),
      by: names.get(draft.lastEdit.by ?? '') ?? null,
    },
    here: present.flatMap(({ layerId, userId, place }) =>
      layerId === summary.id ? { person: { id: userId, name: names.get(userId) ?? '' }, place } : [],
    ),
  }));
}

async function readableLayers(context: Context, caller: Caller): Promise<LayerInPlace[]> {
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
  return readable.sort(
    (a, b) =>
      compare(a.plan.planKey, b.plan.planKey) ||
      depth(a.orgUnit.path) - depth(b.orgUnit.path) ||
      compare(a.orgUnit.code, b.orgUnit.code),
  );
}

/** The layer at the nearest unit above, by layer. */
function layersWithin(layers: readonly LayerInPlace[]): ReadonlyMap<string, string> {
  const at = new Map(layers.map(({ layer, orgUnit }) => [`${layer.planId} ${orgUnit.path}`, layer.id]));
  return new Map(
    layers.flatMap(({ layer, orgUnit }) => {
      for (let path = pathAbove(orgUnit.path); path !== ''; path = pathAbove(path)) {
        const above = at.get(`${layer.planId} ${path}`);
        if (above) return [[layer.id, above]];
      }
      return [];
    }),
  );
}

/** `/city/district/` of `/city/district/school/`; empty above the top. */
const pathAbove = (path: string) => path.replace(/[^/]+\/$/, '').replace(/^\/$/, '');

type LastFiling = Pick<FilingRow, 'layerId' | 'state' | 'fingerprint'>;

/** What each layer has filed last, without what was in it. */
async function lastFilings(
  { sql }: Context,
  layerIds: readonly string[],
): Promise<ReadonlyMap<string, LastFiling>> {
  const rows = await sql.all<LastFiling>(
    `SELECT layer_id AS layerId, state, fingerprint FROM filing WHERE layer_id IN (${places(layerIds)})
     ORDER BY submitted_at, id`,
    layerIds,
  );
  return new Map(rows.map((row) => [row.layerId, row]));
}

interface Present {
  readonly layerId: string;
  readonly userId: string;
  readonly place: string | null;
}

async function presentElsewhere(
  context: Context,
  caller: Caller,
  layerIds: readonly string[],
): Promise<Present[]> {
  return context.sql.all<Present & object>(
    `SELECT layer_id AS layerId, user_id AS userId, place FROM layer_presence
     WHERE layer_id IN (${places(layerIds)}) AND seen_at >= ? AND user_id <> ? ORDER BY since`,
    [...layerIds, context.now() - presenceSeconds * 1000, caller.userId],
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
