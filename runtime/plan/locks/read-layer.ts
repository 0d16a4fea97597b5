import { deployable } from '../../model/deployable.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';
import type { BundleContent } from '../bundle-content.ts';
import { planTree } from '../elements/plan-tree.ts';
import type { PlanUnderLocks } from './plan-layer.ts';

/** Reads what a layer or a bundle stores, so that locks can be checked on it. */
export async function readLayer(content: BundleContent): Promise<PlanUnderLocks> {
  const graphs = new Map<string, ProcessGraph>();
  for (const xml of new Set(Object.values(content.processes).map((it) => it.xml)))
    for (const graph of (await deployable(xml)).graphs) graphs.set(graph.id, graph);
  return { tree: await planTree(content), graphs };
}
