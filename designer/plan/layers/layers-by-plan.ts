import type { LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';

export interface PlanLayers {
  readonly key: string;
  readonly name: string;
  readonly layers: readonly LayerSummary[];
}

/** Layers under their plan; both stay in the order in which they came, which is from the top down. */
export function layersByPlan(layers: readonly LayerSummary[]): readonly PlanLayers[] {
  return [...new Set(layers.map(({ planKey }) => planKey))].map((key) => {
    const own = layers.filter(({ planKey }) => planKey === key);
    return { key, name: own[0]?.planName ?? key, layers: own };
  });
}
