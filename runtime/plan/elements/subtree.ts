import type { PlanTree } from './element.ts';

/** An element and everything that stands in it. */
export function subtree(tree: PlanTree, id: string): PlanTree {
  return new Map([...tree].filter(([key]) => key === id || key.startsWith(`${id}/`)));
}
