import type { PlanLayer, PlanUnderLocks } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { readLayer } from '@oneplan/runtime/plan/locks/read-layer.ts';
import type { Context } from '../../context.ts';
import { loadBundle, type PublishedBundle } from '../../persistence/published-bundle.ts';
import { contentOfBundle } from './bundle-artefacts.ts';

/** Versions never change, so one that was read is read. */
const read = new WeakMap<PublishedBundle, Promise<PlanUnderLocks>>();

/** A published version as locks are checked on it. */
export function readBundleLayer(bundle: PublishedBundle): Promise<PlanUnderLocks> {
  const known = read.get(bundle);
  if (known) return known;
  const reading = readLayer(contentOfBundle(bundle));
  read.set(bundle, reading);
  return reading;
}

/**
 * The versions that a layer stands on, the uppermost first: the one that it extends, the one which that extended when it
 * was published, and so on. Empty at the top.
 */
export async function layersAbove(context: Context, extendsBundleId: string | null): Promise<PlanLayer[]> {
  const above: PlanLayer[] = [];
  for (let id = extendsBundleId; id !== null; ) {
    const row = await context.sql.one<{ version: number; extends_bundle_id: string | null; name: string }>(
      `SELECT b.version, b.extends_bundle_id, o.name FROM bundle b JOIN plan_layer l ON l.id = b.layer_id
       JOIN org_unit o ON o.id = l.org_unit_id WHERE b.id = ?`,
      [id],
    );
    if (!row) break;
    const content = await readBundleLayer(await loadBundle(context, id));
    above.unshift({ ...content, authority: row.name, version: Number(row.version) });
    id = row.extends_bundle_id;
  }
  return above;
}
