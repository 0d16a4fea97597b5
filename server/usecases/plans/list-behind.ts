import type { listBehind as contract } from '@oneplan/runtime/contracts/api/upgrades.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { lastVersion } from './last-version.ts';

/** The layers that extend an older version of this layer than its last, in the order of their units’ codes. */
export async function listBehind(
  context: Context,
  layerId: string,
): Promise<z.input<typeof contract.response>> {
  const last = await lastVersion(context, layerId);
  if (!last) return { items: [] };
  const rows = await context.sql.all<{
    layer_id: string;
    version: number;
    id: string;
    name: string;
    kind: string;
  }>(
    `SELECT l.id AS layer_id, b.version, o.id, o.name, o.kind FROM plan_layer l JOIN bundle b ON b.id = l.extends_bundle_id
     JOIN org_unit o ON o.id = l.org_unit_id WHERE b.layer_id = ? AND b.version < ? ORDER BY o.code`,
    [layerId, last.version],
  );
  return {
    items: rows.map(({ layer_id, version, id, name, kind }) => ({
      layerId: layer_id,
      orgUnit: { id, name, kind },
      version: Number(version),
      last: last.version,
    })),
  };
}
