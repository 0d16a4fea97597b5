import { type BundleSummary, getLayer, listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { answerKey, useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useQueries } from '@tanstack/react-query';
import { layersAbove } from '../layers/layers-above.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** A published version that the draft can be compared with. */
export interface Base {
  readonly bundleId: string;
  readonly version: number;
  readonly authority: string;
  readonly isAbove: boolean;
  /** The version that the layer extends. */
  readonly isBasis: boolean;
  readonly fingerprint: string | undefined;
}

/**
 * What the draft can be compared with: the version that it extends first, then the other versions of the layers above,
 * then its own. At the top its own last version comes first.
 */
export function useBases(): readonly Base[] {
  const api = useApi();
  const { layer, bundles } = useWorkbench();
  const list = useAnswer(listLayers, {});
  const above = layersAbove(layer, list.data?.items ?? []);
  const answers = useQueries({
    queries: above.map(({ id }) => ({
      queryKey: answerKey(getLayer, { params: { id } }),
      queryFn: () => api.call(getLayer, { params: { id } }),
    })),
  });
  const basis = layer.extends;
  const base = (bundle: BundleSummary, authority: string, isAbove: boolean): Base => ({
    bundleId: bundle.id,
    version: bundle.version,
    authority,
    isAbove,
    isBasis: bundle.id === basis?.bundleId,
    fingerprint: bundle.fingerprint,
  });
  const versions = answers.flatMap(({ data }) =>
    data ? data.bundles.map((bundle) => base(bundle, data.layer.orgUnit.name, true)) : [],
  );
  const first: Base[] =
    basis === null
      ? []
      : [
          versions.find(({ isBasis }) => isBasis) ?? {
            bundleId: basis.bundleId,
            version: basis.version,
            authority: basis.orgUnitName,
            isAbove: true,
            isBasis: true,
            fingerprint: undefined,
          },
        ];
  return [
    ...first,
    ...versions.filter(({ isBasis }) => !isBasis),
    ...bundles.map((bundle) => base(bundle, layer.orgUnit.name, false)),
  ];
}
