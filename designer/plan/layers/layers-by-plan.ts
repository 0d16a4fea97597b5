import type { LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';

export interface PlanLayers<Layer> {
  readonly key: string;
  readonly name: string;
  readonly layers: readonly Layer[];
}

type Planned = Pick<LayerSummary, 'planKey' | 'planName'>;

/** Layers under their plan, in the order in which they came; the plans with the most layers, which most work on, first. */
export function layersByPlan<Layer extends Planned>(layers: readonly Layer[]): readonly PlanLayers<Layer>[] {
  return [...new Set(layers.map(({ planKey }) => planKey))]
    .map((key) => {
      const own = layers.filter(({ planKey }) => planKey === key);
      return { key, name: own[0]?.planName ?? key, layers: own };
    })
    .sort((a, b) => b.layers.length - a.layers.length);
}
