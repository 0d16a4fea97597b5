import type { GraphNode, ProcessGraph } from '../../model/process-graph.ts';

/**
 * In which concurrent branches each element stands: ids of the sequence flows (or non-interrupting boundary events)
 * that open them. Two tokens of one scope instance run beside each other only in different branches.
 */
export type BranchesOf = ReadonlyMap<string, ReadonlySet<string>>;

/** A place where one token becomes several: the element, and the branches that begin there. */
interface Fork {
  readonly at: string;
  readonly branches: readonly { readonly id: string; readonly first: string }[];
}

const KEPT = new WeakMap<ProcessGraph, BranchesOf>();

/**
 * An element belongs to a branch when it can be reached by it, not by another branch of the same fork (there the
 * branches have met), and only by way of the fork (otherwise it lies before it, and the branch merely leads back).
 */
export function concurrentBranches(graph: ProcessGraph): BranchesOf {
  const kept = KEPT.get(graph);
  if (kept !== undefined) return kept;
  const branches = new Map<string, Set<string>>(Object.keys(graph.nodes).map((id) => [id, new Set()]));
  for (const fork of forksOf(graph)) mark(graph, fork, branches);
  KEPT.set(graph, branches);
  return branches;
}

/** Whether a branch is opened by a boundary event beside its activity: a side path that never meets the main one. */
export function isSidePath(graph: ProcessGraph, branch: string): boolean {
  return graph.nodes[branch] !== undefined;
}

/** Whether an element may send out several tokens at once. */
export function opensBranches(node: GraphNode | undefined): boolean {
  if (node === undefined || node.kind === 'exclusive-gateway' || node.kind === 'event-based-gateway')
    return false;
  return node.outgoing.length > 1;
}

/** All branches of the fork that opens one of them, itself included. */
export function siblingsOf(graph: ProcessGraph, branch: string): readonly string[] {
  const flow = graph.flows[branch];
  if (flow === undefined) return [branch];
  return graph.nodes[flow.source]?.outgoing ?? [branch];
}

/** Elements that follow one another, through links and boundary events as well. */
export function successorsOf(graph: ProcessGraph, node: GraphNode): string[] {
  const flows = node.outgoing.flatMap((id) => graph.flows[id]?.target ?? []);
  const link = node.kind === 'throw-event' && node.result?.throws === 'link' ? [node.result.target] : [];
  return [...flows, ...link, ...(node.boundaries ?? [])];
}

/** Everything that can be reached from elements, these included, without passing `barrier`. */
export function reachableFrom(graph: ProcessGraph, starts: readonly string[], barrier?: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = graph.nodes[id];
    if (node === undefined || id === barrier || reached.has(id)) continue;
    reached.add(id);
    waiting.push(...successorsOf(graph, node));
  }
  return reached;
}

function forksOf(graph: ProcessGraph): Fork[] {
  return Object.values(graph.nodes).flatMap((node): Fork[] => {
    if (node.kind === 'boundary-event')
      return node.interrupting ? [] : [{ at: node.attachedTo, branches: [{ id: node.id, first: node.id }] }];
    if (!opensBranches(node)) return [];
    const branches = node.outgoing.flatMap((id) => {
      const first = graph.flows[id]?.target;
      return first === undefined ? [] : [{ id, first }];
    });
    return [{ at: node.id, branches }];
  });
}

function mark(graph: ProcessGraph, fork: Fork, branches: Map<string, Set<string>>): void {
  const regions = fork.branches.map(({ first }) => reachableFrom(graph, [first], fork.at));
  const main = fork.branches.length === 1 ? mainPath(graph, fork.at) : undefined;
  const before = reachableFrom(graph, startsOf(graph, fork.at), fork.at);
  fork.branches.forEach(({ id }, own) => {
    for (const element of regions[own] ?? []) {
      const met = main?.has(element) || regions.some((region, other) => other !== own && region.has(element));
      // What can be reached from the start without the fork lies before it. A boundary event never does: it hangs on the fork.
      if (!met && !before.has(element)) branches.get(element)?.add(id);
    }
  });
}

/** What follows an activity when no boundary event takes part. */
function mainPath(graph: ProcessGraph, activity: string): Set<string> {
  const node = graph.nodes[activity];
  return reachableFrom(graph, node?.outgoing.flatMap((id) => graph.flows[id]?.target ?? []) ?? []);
}

/** Start events of the scope that an element stands in. */
function startsOf(graph: ProcessGraph, element: string): string[] {
  const scope = graph.nodes[element]?.scope;
  return Object.values(graph.nodes)
    .filter((node) => node.kind === 'start-event' && node.scope === scope)
    .map((node) => node.id);
}
