import { useWorkbench } from '../workbench/workbench-context.ts';
import { type NextAct, nextAct } from './next-act.ts';
import { useLifecycle } from './use-lifecycle.ts';

/** What can be done next with the open draft; until the lifecycle is known, what a draft begins with. */
export function useNextAct(): NextAct {
  const { layer } = useWorkbench();
  const { data } = useLifecycle(layer.id);
  if (data !== undefined) return nextAct(data);
  return layer.extends === null ? 'publish' : 'file';
}
