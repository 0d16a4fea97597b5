import type { listLayerOffers as contract } from '@oneplan/runtime/contracts/api/layers.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';
import { notWithdrawn } from './last-version.ts';
import { filingPlanKey } from './shipped-plans.ts';

interface Row {
  bundle_id: string;
  plan_id: string;
  plan_key: string;
  plan_name: string;
  version: number;
  published_at: number;
  unit_id: string;
  unit_name: string;
  unit_kind: string;
}

/**
 * What a layer of the org unit can begin from: of each plan that it has no layer of, the last version of the nearest
 * authority above that has published one.
 */
export async function listLayerOffers(
  context: Context,
  orgUnitId: string,
): Promise<z.input<typeof contract.response>> {
  const unit = await context.tables.orgUnits.findOne({ id: orgUnitId });
  if (!unit) throw new AppError('not-found', 'There is no org unit with this id.', { id: orgUnitId });
  const above = unit.path.split('/').filter((id) => id !== '' && id !== orgUnitId);
  if (above.length === 0) return { items: [] };
  const own = new Set((await context.tables.layers.find({ orgUnitId })).map(({ planId }) => planId));
  const rows = await context.sql.all<Row>(
    `SELECT b.id AS bundle_id, p.id AS plan_id, p.plan_key, p.name AS plan_name, b.version, b.published_at, o.id AS unit_id, o.name AS unit_name, o.kind AS unit_kind
     FROM plan_layer l JOIN plan p ON p.id = l.plan_id JOIN org_unit o ON o.id = l.org_unit_id JOIN bundle b ON b.layer_id = l.id
     WHERE l.org_unit_id IN (${places(above)}) AND p.plan_key <> ? AND ${notWithdrawn} ORDER BY b.version DESC`,
    [...above, filingPlanKey],
  );
  const nearest = new Map<string, Row>();
  for (const row of rows) {
    if (own.has(row.plan_id)) continue;
    const known = nearest.get(row.plan_id);
    if (!known || above.indexOf(row.unit_id) > above.indexOf(known.unit_id)) nearest.set(row.plan_id, row);
  }
  return {
    items: [...nearest.values()].map((row) => ({
      bundleId: row.bundle_id,
      planKey: row.plan_key,
      planName: row.plan_name,
      version: Number(row.version),
      publishedAt: new Date(Number(row.published_at)).toISOString(),
      orgUnit: { id: row.unit_id, name: row.unit_name, kind: row.unit_kind },
    })),
  };
}
