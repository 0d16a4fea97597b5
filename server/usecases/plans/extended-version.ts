import type { ExtendedVersion } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';

interface Row {
  id: string;
  layer_id: string;
  version: number;
  name: string;
}

/** The versions that layers extend, or that versions extended when they were published, by id. */
export async function extendedVersions(
  context: Context,
  bundleIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, ExtendedVersion>> {
  const ids = [...new Set(bundleIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await context.sql.all<Row>(
    `SELECT b.id, b.layer_id, b.version, o.name FROM bundle b JOIN plan_layer l ON l.id = b.layer_id
     JOIN org_unit o ON o.id = l.org_unit_id WHERE b.id IN (${places(ids)})`,
    ids,
  );
  return new Map(
    rows.map(({ id, layer_id, version, name }) => [
      id,
      { bundleId: id, layerId: layer_id, version: Number(version), orgUnitName: name },
    ]),
  );
}

/** The version that a layer extends, or that a version extended when it was published; null at the top. */
export async function extendedVersion(
  context: Context,
  bundleId: string | null,
): Promise<ExtendedVersion | null> {
  return (await extendedVersions(context, [bundleId])).get(bundleId ?? '') ?? null;
}
