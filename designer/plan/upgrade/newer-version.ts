import type { BundleSummary, LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';

export interface NewerVersion {
  readonly bundle: BundleSummary;
  readonly authority: string;
}

/** What the layer above has published since the version that a layer extends; null: nothing, or nobody is above. */
export function newerVersion(
  layer: Pick<LayerSummary, 'extends'>,
  all: readonly LayerSummary[],
): NewerVersion | null {
  const basis = layer.extends;
  const above = all.find(({ id }) => id === basis?.layerId);
  if (!basis || !above?.published || above.published.version <= basis.version) return null;
  return { bundle: above.published, authority: basis.orgUnitName };
}
