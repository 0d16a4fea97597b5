import { listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDraftSide, versionSide } from '../comparison/plan-side.ts';
import { layersAbove } from '../layers/layers-above.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/**
 * The published versions that the open layer rests on, the uppermost first: empty at the top. Undefined while they
 * are on their way.
 */
export function useLayersAbove(): readonly PlanLayer[] | undefined {
  const api = useApi();
  const queries = useQueryClient();
  const { layer } = useWorkbench();
  const list = useAnswer(listLayers, {});
  const stack = [layer, ...layersAbove(layer, list.data?.items ?? [])];
  const versions = stack.flatMap((it) => (it.extends === null ? [] : [it.extends]));
  const above = useQuery({
    queryKey: ['layers-above', ...versions.map(({ bundleId }) => bundleId)],
    queryFn: async () => {
      const read = await Promise.all(
        versions.map(async ({ bundleId, orgUnitName, version }) => {
          const side = await queries.fetchQuery(versionSide(api, bundleId));
          return side ? [{ ...side, authority: orgUnitName, version }] : [];
        }),
      );
      return read.flat().reverse();
    },
    staleTime: Number.POSITIVE_INFINITY,
    enabled: list.isSuccess,
  });
  return above.data;
}

/** All layers of the plan down to the draft that is open, the uppermost first; undefined while they are on their way. */
export function useLayersOfPlan(): readonly PlanLayer[] | undefined {
  const { layer } = useWorkbench();
  const above = useLayersAbove();
  const draft = useDraftSide().data;
  if (above === undefined || draft === undefined) return undefined;
  return draft === null ? above : [...above, { ...draft, authority: layer.orgUnit.name, version: undefined }];
}
