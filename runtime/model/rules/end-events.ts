import { type GraphRule, isEnd, nodesOf, scopeLabel, scopesOf } from './graph-rule.ts';

/** The process and each subprocess have an end event, and nothing leads out of one. */
export const endEvents: GraphRule = (graph, report) => {
  for (const scope of scopesOf(graph)) {
    const elementId = scope ?? graph.id;
    const ends = nodesOf(graph).filter((node) => isEnd(node) && node.scope === scope);
    if (ends.length === 0)
      report.add('no-end', { elementId }, `The ${scopeLabel(graph, scope)} has no end event; add one`, {
        scope: elementId,
      });
    for (const end of ends)
      if (end.outgoing.length > 0)
        report.add(
          'end-has-outgoing',
          { elementId: end.id },
          `A sequence flow leads out of the end event "${end.id}"; delete it`,
        );
  }
};
