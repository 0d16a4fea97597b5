import type { ExtendedVersion } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Context } from '../../context.ts';

/** The version that a layer extends, or that a version extended when it was published; null at the top. */
export async function extendedVersion(
  context: Context,
  bundleId: string | null,
): Promise<ExtendedVersion | null> {
  if (bundleId === null) return null;
  const row = await context.sql.one<{ layer_id: string; version: number; name: string }>(
    `SELECT b.layer_id, b.version, o.name FROM bundle b JOIN plan_layer l ON l.id = b.layer_id
     JOIN org_unit o ON o.id = l.org_unit_id WHERE b.id = ?`,
    [bundleId],
  );
  return row
    ? { bundleId, layerId: row.layer_id, version: Number(row.version), orgUnitName: row.name }
    : null;
}
