import type { GraphNode } from '../process-graph.ts';
import { type GraphRule, nodesOf, outgoingFlows } from './graph-rule.ts';

/** Every element can be reached from the start; what cannot is a mistake in the drawing. */
export const reachability: GraphRule = (graph, report) => {
  const reached = new Set<string>();
  const waiting = [graph.start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = graph.nodes[id];
    if (node === undefined || reached.has(id)) continue;
    reached.add(id);
    waiting.push(...outgoingFlows(graph, node).map((flow) => flow.target), ...inner(node));
  }
  if (!reached.has(graph.start)) return;
  for (const node of nodesOf(graph))
    if (!reached.has(node.id))
      report.add(
        'unreachable',
        { elementId: node.id },
        `"${node.id}" cannot be reached from the start; connect or delete it`,
      );
};

function inner(node: GraphNode): readonly string[] {
  const boundaries = node.boundaries ?? [];
  return node.kind === 'subprocess' ? [...boundaries, node.start] : boundaries;
}
