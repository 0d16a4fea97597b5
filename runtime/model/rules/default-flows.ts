import { type GraphRule, nodesOf } from './graph-rule.ts';

/** A default flow leaves the very element that names it and has no condition of its own. */
export const defaultFlows: GraphRule = (graph, report) => {
  for (const node of nodesOf(graph)) {
    const { defaultFlow } = node;
    if (defaultFlow === undefined) continue;
    const flow = graph.flows[defaultFlow];
    if (flow === undefined || flow.source !== node.id || flow.condition !== undefined)
      report.add(
        'default-flow-invalid',
        { elementId: node.id },
        `The default flow "${defaultFlow}" of "${node.id}" must leave it and have no condition`,
        { flow: defaultFlow },
      );
  }
};
