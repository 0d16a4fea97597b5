import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { useMemo } from 'react';
import { useDraftSide } from '../comparison/plan-side.ts';
import { useLayersAbove } from '../layers/use-layers-above.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** All layers of the plan down to the draft that is open, the uppermost first; undefined while they are on their way. */
export function useLayersOfPlan(): readonly PlanLayer[] | undefined {
  const { orgUnit } = useWorkbench().layer;
  const above = useLayersAbove().data;
  const draft = useDraftSide().data;
  return useMemo(() => {
    if (above === undefined || draft === undefined) return undefined;
    return draft === null ? above : [...above, { ...draft, authority: orgUnit.name, version: undefined }];
  }, [above, draft, orgUnit.name]);
}
