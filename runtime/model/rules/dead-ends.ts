import type { GraphNode } from '../process-graph.ts';
import { type GraphRule, isEnd, nodesOf } from './graph-rule.ts';

/** Every path is drawn to an end event, so that a forgotten sequence flow cannot end an instance early. */
export const deadEnds: GraphRule = (graph, report) => {
  for (const node of nodesOf(graph))
    if (node.outgoing.length === 0 && !endsHere(node))
      report.add(
        'dead-end',
        { elementId: node.id },
        `No sequence flow leaves "${node.id}"; lead it on, or to an end event`,
      );
};

/** A link goes on at its catch event; an event subprocess ends within the scope around it. */
function endsHere(node: GraphNode): boolean {
  if (isEnd(node) || node.kind === 'event-subprocess') return true;
  return node.kind === 'throw-event' && node.result?.throws === 'link';
}
