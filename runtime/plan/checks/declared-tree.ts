import type { PlanTree } from '../elements/element.ts';
import { treeOf } from '../elements/plan-tree.ts';
import type { PlanUnderCheck } from './plan-under-check.ts';

/** The elements of the manifest and the forms; what stands inside a flow is in its graph. */
export function declaredTree({ manifest, forms }: PlanUnderCheck): PlanTree {
  const definitions = Object.fromEntries([...forms].map(([key, { definition }]) => [key, definition]));
  return treeOf({ manifest, forms: definitions, processes: {} }, new Map());
}
