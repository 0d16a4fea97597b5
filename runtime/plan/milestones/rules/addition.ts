import type { MilestoneCheck } from '../comparison.ts';
import { nameOf } from './kept.ts';

/** Nothing is added to a process, or to a subprocess, that is locked as a whole. */
export const addition: MilestoneCheck = ({ base, mine, locks }, report) => {
  for (const node of Object.values(mine.graph.nodes)) {
    if (Object.hasOwn(base.graph.nodes, node.id)) continue;
    const lock = locks.around(scopeAbove(node.scope));
    if (lock?.lock.class !== 'LOCKED') continue;
    const message = `“${nameOf(node)}” stands where the layer above allows no additions. Take it away.`;
    report.add('milestone-addition', lock, node, message, { path: [node.id] });
  }

  /** The nearest scope around that the layer above knows. */
  function scopeAbove(scope: string | undefined): string | undefined {
    if (scope === undefined || Object.hasOwn(base.graph.nodes, scope)) return scope;
    return scopeAbove(mine.graph.nodes[scope]?.scope);
  }
};
