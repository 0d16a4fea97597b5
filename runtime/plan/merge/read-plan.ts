import type { BundleContent } from '../bundle-content.ts';
import type { PlanTree } from '../elements/element.ts';
import { planTree } from '../elements/plan-tree.ts';

/** A plan as it is stored and as a tree; read once, it can be merged any number of times. */
export interface ReadPlan {
  readonly content: BundleContent;
  readonly tree: PlanTree;
}

export async function readPlan(content: BundleContent): Promise<ReadPlan> {
  return { content, tree: await planTree(content) };
}
