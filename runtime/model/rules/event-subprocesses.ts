import { type GraphRule, nodesOf } from './graph-rule.ts';

/** An event subprocess stands by itself: it begins when its start event occurs, and it has no boundary events. */
export const eventSubprocesses: GraphRule = (graph, report) => {
  for (const node of nodesOf(graph)) {
    if (node.kind !== 'event-subprocess') continue;
    if (node.incoming > 0 || node.outgoing.length > 0)
      report.add(
        'event-subprocess-flow',
        { elementId: node.id },
        `A sequence flow leads into or out of the event subprocess "${node.id}"; delete it: it begins at its start event`,
      );
  }
};
