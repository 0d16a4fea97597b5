import type { ListedLayer } from '@oneplan/runtime/contracts/api/plans.ts';

/** A layer at its place below those of the units above. */
export interface LayerNode<Layer> {
  readonly layer: Layer;
  /** 0: no unit above has one in the list. */
  readonly depth: number;
  /** Ids of the layers of the units above. */
  readonly above: readonly string[];
  /** How many layers of the list are below it, however far. */
  readonly below: number;
}

/** Layers as lines of a tree: each is followed by those of the units below, which stay in the order in which they came. */
export function layerTree<Layer extends Pick<ListedLayer, 'id' | 'within'>>(
  layers: readonly Layer[],
): readonly LayerNode<Layer>[] {
  const ids = new Set(layers.map(({ id }) => id));
  const children = new Map<string | null, Layer[]>();
  for (const layer of layers) {
    const parent = layer.within !== null && ids.has(layer.within) ? layer.within : null;
    children.set(parent, [...(children.get(parent) ?? []), layer]);
  }
  const linesUnder = (parent: string | null, above: readonly string[]): LayerNode<Layer>[] =>
    (children.get(parent) ?? []).flatMap((layer) => {
      const below = linesUnder(layer.id, [...above, layer.id]);
      return [{ layer, depth: above.length, above, below: below.length }, ...below];
    });
  return linesUnder(null, []);
}

/** The lines that are shown: without what is under a closed one, or those that are wanted and what is above them. */
export function shownLines<Layer extends Pick<ListedLayer, 'id'>>(
  lines: readonly LayerNode<Layer>[],
  closed: ReadonlySet<string>,
  wanted?: (layer: Layer) => boolean,
): readonly LayerNode<Layer>[] {
  if (!wanted) return lines.filter(({ above }) => !above.some((id) => closed.has(id)));
  const found = lines.filter(({ layer }) => wanted(layer));
  const kept = new Set(found.flatMap(({ layer, above }) => [layer.id, ...above]));
  return lines.filter(({ layer }) => kept.has(layer.id));
}
