import type { GraphRule } from './graph-rule.ts';

/** A sequence flow stays within the process or the subprocess that both its ends stand in. */
export const flowScopes: GraphRule = (graph, report) => {
  for (const flow of Object.values(graph.flows)) {
    const source = graph.nodes[flow.source];
    const target = graph.nodes[flow.target];
    if (source === undefined || target === undefined)
      report.add(
        'flow-dangling',
        { elementId: flow.id },
        `The sequence flow "${flow.id}" does not connect two elements of the process; connect or delete it`,
      );
    else if (source.scope !== target.scope)
      report.add(
        'flow-crosses-scope',
        { elementId: flow.id },
        `The sequence flow "${flow.id}" crosses the border of a subprocess; end inside and go on behind it`,
      );
  }
};
