import type { GraphNode } from '../process-graph.ts';
import { type GraphRule, isScope, nodesOf, outgoingFlows } from './graph-rule.ts';

/** Every element can be reached from a start of the process or of an event subprocess; what cannot is a mistake in the drawing. */
export const reachability: GraphRule = (graph, report) => {
  const starts = [graph.start, ...(graph.eventStarts ?? [])].filter((id) => graph.nodes[id] !== undefined);
  const reached = new Set<string>();
  const waiting = [...starts, ...(graph.eventSubprocesses ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = graph.nodes[id];
    if (node === undefined || reached.has(id)) continue;
    reached.add(id);
    waiting.push(...outgoingFlows(graph, node).map((flow) => flow.target), ...reachedWith(node));
  }
  if (starts.length === 0) return;
  for (const node of nodesOf(graph))
    if (!reached.has(node.id))
      report.add(
        'unreachable',
        { elementId: node.id },
        `"${node.id}" cannot be reached from the start; connect or delete it`,
      );
};

/** What is reached without a sequence flow: boundary events, the inside of a subprocess, the other end of a link. */
function reachedWith(node: GraphNode): readonly string[] {
  const attached = node.boundaries ?? [];
  if (isScope(node)) return [...attached, node.start, ...(node.eventSubprocesses ?? [])];
  if (node.kind === 'throw-event' && node.result?.throws === 'link') return [node.result.target];
  return attached;
}
