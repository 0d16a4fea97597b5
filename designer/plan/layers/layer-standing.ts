import type { ListedLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { newerVersion } from '../upgrade/newer-version.ts';

type Listed = Pick<ListedLayer, 'extends' | 'published' | 'changed' | 'state'>;

/** Where a layer stands on its way to being published. */
export type LayerStanding =
  | { readonly kind: 'filed' | 'returned' | 'accepted' | 'checked' }
  /** published, and governs from a day to come */
  | { readonly kind: 'scheduled'; readonly from: string }
  /** nothing is published or changed, so what is above is in force here */
  | { readonly kind: 'as-above' }
  | { readonly kind: 'changed' | 'in-force' };

export function layerStanding({ published, changed, state }: Listed): LayerStanding {
  if (state === 'filed' || state === 'returned' || state === 'accepted') return { kind: state };
  if (changed) return { kind: state === 'checked' ? 'checked' : 'changed' };
  if (published === null) return { kind: 'as-above' };
  return published.effectiveFrom
    ? { kind: 'scheduled', from: published.effectiveFrom }
    : { kind: 'in-force' };
}

/** Somebody has to do something about the layer: decide on it, mend or publish it, or bring it up to the layer above. */
export function isAwaited(layer: Listed & Pick<ListedLayer, 'id'>, all: readonly ListedLayer[]): boolean {
  return ['filed', 'returned', 'accepted'].includes(layer.state) || newerVersion(layer, all) !== null;
}
