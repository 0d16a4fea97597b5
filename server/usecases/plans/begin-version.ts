import type { Context } from '../../context.ts';
import { inForce, loadBundle } from '../../persistence/published-bundle.ts';
import { registerStarts } from '../engine/register-starts.ts';
import { definitionsOfLayer } from './store-bundle.ts';

/**
 * A version that was scheduled has begun: messages, signals and timers start its processes from now on. Nothing happens
 * when it was withdrawn or superseded meanwhile. In the current transaction; a repeat registers the same again.
 */
export async function beginVersion(context: Context, bundleId: string): Promise<void> {
  const now = context.now();
  const governs = await context.sql.one(
    `SELECT bundle_id FROM bundle_binding WHERE bundle_id = ? AND ${inForce} LIMIT 1`,
    [bundleId, now, now],
  );
  const row = governs && (await context.tables.bundles.findOne({ id: bundleId }));
  if (!row) return;
  const { manifest, processes, tenantId } = await loadBundle(context, bundleId);
  const own = [...processes.values()].map(({ definitionId: id, graph }) => ({ id, tenantId, graph }));
  const others = await definitionsOfLayer(context, row);
  await registerStarts(context, manifest, own, [...others, ...own.map(({ id }) => id)]);
}
