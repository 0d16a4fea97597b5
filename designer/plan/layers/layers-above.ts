import type { LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';

/** The layers that a layer rests on, the nearest first, as far as the person may read them. */
export function layersAbove(
  layer: Pick<LayerSummary, 'extends'>,
  all: readonly LayerSummary[],
): readonly LayerSummary[] {
  const above: LayerSummary[] = [];
  for (let at = layer; at.extends !== null; ) {
    const id = at.extends.layerId;
    const next = all.find((it) => it.id === id);
    if (!next || above.includes(next)) break;
    above.push(next);
    at = next;
  }
  return above;
}
