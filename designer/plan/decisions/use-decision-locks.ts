import { useMemo } from 'react';
import { DecisionLocks } from '../../dmn/locks/decision-locks.ts';
import { useLayersAbove } from '../layers/use-layers-above.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** What the layers above have locked of a decision; null at the top; undefined while it is on its way. */
export function useDecisionLocks(key: string): DecisionLocks | null | undefined {
  const { layer, manifest } = useWorkbench();
  const { data: above } = useLayersAbove();
  return useMemo(() => {
    if (layer.extends === null) return null;
    if (above === undefined || manifest === null) return undefined;
    return above.length === 0 ? null : new DecisionLocks(above, manifest, key);
  }, [layer.extends, above, manifest, key]);
}
