import type { LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import { newerVersion } from '../upgrade/newer-version.ts';

/** What a layer waits for, or what its people can do next; the first that holds counts. */
export type LayerStanding =
  /** the layer above has published a version since */
  | { readonly kind: 'behind'; readonly authority: string; readonly version: number }
  /** nothing is published, so nothing is in force here but what is above */
  | { readonly kind: 'unpublished' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'in-force' };

export function layerStanding(layer: LayerSummary, all: readonly LayerSummary[]): LayerStanding {
  const newer = newerVersion(layer, all);
  if (newer) return { kind: 'behind', authority: newer.authority, version: newer.bundle.version };
  if (layer.published === null) return { kind: 'unpublished' };
  return { kind: layer.changed ? 'changed' : 'in-force' };
}
