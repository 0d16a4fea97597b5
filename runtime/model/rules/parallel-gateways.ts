import { type GraphRule, nodesOf, outgoingFlows } from './graph-rule.ts';

/** A parallel gateway takes all its flows: a condition on one would be ignored without a word. */
export const parallelGateways: GraphRule = (graph, report) => {
  for (const node of nodesOf(graph)) {
    if (node.kind !== 'parallel-gateway') continue;
    for (const flow of outgoingFlows(graph, node))
      if (flow.condition !== undefined || flow.id === node.defaultFlow)
        report.add(
          'parallel-gateway-condition',
          { elementId: flow.id },
          `The flow "${flow.id}" out of the parallel gateway "${node.id}" has a condition or is a default; parallel gateways take every flow`,
          { gateway: node.id },
        );
  }
};
