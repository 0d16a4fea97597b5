import { type GraphRule, nodesOf } from './graph-rule.ts';

/** Every path is drawn to an end event, so that a forgotten sequence flow cannot end an instance early. */
export const deadEnds: GraphRule = (graph, report) => {
  for (const node of nodesOf(graph))
    if (node.kind !== 'end-event' && node.outgoing.length === 0)
      report.add(
        'dead-end',
        { elementId: node.id },
        `No sequence flow leaves "${node.id}"; lead it on, or to an end event`,
      );
};
