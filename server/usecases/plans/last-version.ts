import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';
import type { BundleRow } from '../../persistence/tables.ts';

/** Of a bundle `b`: it was not withdrawn before it began. */
export const notWithdrawn =
  'NOT EXISTS (SELECT 1 FROM bundle_binding w WHERE w.bundle_id = b.id AND w.withdrawn_at IS NOT NULL)';

/** The last version that each layer has published and not withdrawn, by layer; a layer without any is left out. */
export async function lastVersions(
  context: Context,
  layerIds: readonly string[],
): Promise<ReadonlyMap<string, BundleRow>> {
  if (layerIds.length === 0) return new Map();
  const counted = await context.sql.all<{ id: string }>(
    `SELECT b.id FROM bundle b WHERE b.layer_id IN (${places(layerIds)}) AND ${notWithdrawn}`,
    layerIds,
  );
  const ids = new Set(counted.map(({ id }) => id));
  const rows = await context.tables.bundles.find({ layerId: [...layerIds] }, { order: [['version', 'ASC']] });
  return new Map(rows.filter(({ id }) => ids.has(id)).map((row) => [row.layerId, row]));
}

/** The last version that a layer has published and not withdrawn; null: there is none. */
export async function lastVersion(context: Context, layerId: string): Promise<BundleRow | null> {
  return (await lastVersions(context, [layerId])).get(layerId) ?? null;
}
