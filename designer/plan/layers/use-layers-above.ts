import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type PlanSide, versionSide } from '../comparison/plan-side.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** A published version as the layers below it are held to it, with what it is made of. */
export interface LayerAbove extends PlanLayer, Pick<PlanSide, 'content'> {}

/**
 * The published versions that the open layer stands on, the uppermost first: the one that it extends, the one which
 * that extended when it was published, and so on. Empty at the top.
 */
export function useLayersAbove() {
  const api = useApi();
  const queries = useQueryClient();
  const { extends: nearest } = useWorkbench().layer;
  return useQuery({
    queryKey: ['layers-above', nearest?.bundleId ?? ''],
    // Published versions never change.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const above: LayerAbove[] = [];
      for (let at = nearest; at !== null; ) {
        const side = await queries.fetchQuery(versionSide(api, at.bundleId));
        if (side === null) break;
        above.unshift({ ...side, authority: at.orgUnitName, version: at.version });
        at = side.extends;
      }
      return above;
    },
  });
}
