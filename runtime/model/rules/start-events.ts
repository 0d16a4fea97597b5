import { type GraphRule, nodesOf, scopeLabel, scopesOf } from './graph-rule.ts';

/**
 * A subprocess begins at exactly one start event; a process at one at most, or at any number of start events that
 * wait for something. Nothing leads back to a start event.
 */
export const startEvents: GraphRule = (graph, report) => {
  for (const scope of scopesOf(graph)) {
    const elementId = scope ?? graph.id;
    const label = scopeLabel(graph, scope);
    const starts = nodesOf(graph).filter((node) => node.kind === 'start-event' && node.scope === scope);
    if (starts.length === 0)
      report.add('no-start', { elementId }, `The ${label} has no start event; add one`, { scope: elementId });
    const alternatives = scope === undefined ? (graph.eventStarts ?? []) : [];
    for (const extra of starts.filter(({ id }) => !alternatives.includes(id)).slice(1))
      report.add(
        'multiple-starts',
        { elementId: extra.id },
        `"${extra.id}" is a second start event of the ${label}; keep one and branch behind it`,
        { scope: elementId },
      );
    for (const start of starts)
      if (start.incoming > 0)
        report.add(
          'start-has-incoming',
          { elementId: start.id },
          `A sequence flow leads into the start event "${start.id}"; lead it to the element behind`,
        );
  }
};
