import type { GraphNode } from '../../../model/process-graph.ts';
import type { Comparison, MilestoneCheck } from '../comparison.ts';
import type { Edge } from '../flow/token-flow.ts';
import { kept, nameOf } from './kept.ts';

/**
 * No added terminate end event can be come to on a branch beside the one on which a milestone is still to be done. (What
 * forks behind the point from which the milestone is unavoidable is seen by the rule about ways around.)
 */
export const endedBeside: MilestoneCheck = (comparison, report) => {
  const { own, above } = comparison;
  for (const end of addedEnds(comparison))
    for (const { base, mine, lock } of kept(comparison)) {
      const told = !above.avoids(base.id, { at: 'start' }) && own.avoids(base.id, { at: 'start' });
      if (told || !holds(comparison, end.scope, mine.scope)) continue;
      const branch = branchBeside(comparison, end.id, mine.id);
      if (branch === undefined) continue;
      const params = { from: nameOf(branch.fork), over: nameOf(end) };
      const message = `“${nameOf(base)}” may be cut short: on another branch behind “${params.from}” the end event “${params.over}” ends everything. Make it end its branch only.`;
      const path = [
        ...own.wayTo(branch.fork.id),
        ...(branch.edge.flow === undefined ? [] : [branch.edge.flow]),
        ...own.wayTo(end.id, [branch.edge.target]),
      ];
      report.add('milestone-interrupted', lock, mine, message, { path, params });
    }
};

function addedEnds({ base, mine, own, above }: Comparison): readonly GraphNode[] {
  return Object.values(mine.graph.nodes).filter((node) => {
    const before = base.graph.nodes[node.id];
    return own.flow.terminates(node) && (before === undefined || !above.flow.terminates(before));
  });
}

/** Whether what ends with a scope holds another one: it is the same, or around it. */
function holds({ own }: Comparison, scope: string | undefined, inside: string | undefined): boolean {
  for (let at = inside; at !== scope; at = own.node(at)?.scope) if (at === undefined) return false;
  return true;
}

/** A branch of a fork that leads to the end, beside another that leads to the milestone and not to that end. */
function branchBeside(
  { own }: Comparison,
  end: string,
  milestone: string,
): { readonly fork: GraphNode; readonly edge: Edge } | undefined {
  const toEnd = own.leadingTo(end);
  const toMilestone = own.leadingTo(milestone);
  for (const id of own.inOrder()) {
    const fork = own.node(id);
    const { all, some } = own.flow.leaving(id);
    if (fork === undefined || fork.kind === 'exclusive-gateway' || fork.kind === 'event-based-gateway')
      continue;
    const edges = [...all, ...some];
    const edge = edges.find(({ target }) => toEnd.has(target));
    const other = edges.some(({ target }) => toMilestone.has(target) && !toEnd.has(target));
    if (edge !== undefined && other) return { fork, edge };
  }
  return undefined;
}
