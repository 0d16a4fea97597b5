import { type GraphRule, nodesOf, outgoingFlows } from './graph-rule.ts';

/** A branching exclusive gateway always finds a flow: every flow has a condition, one is the default. */
export const exclusiveGateways: GraphRule = (graph, report) => {
  for (const node of nodesOf(graph)) {
    if (node.kind !== 'exclusive-gateway') continue;
    const flows = outgoingFlows(graph, node);
    const [only, second] = flows;
    if (only !== undefined && second === undefined) {
      if (only.condition !== undefined)
        report.add(
          'gateway-single-condition',
          { elementId: only.id },
          `The only flow "${only.id}" out of the gateway "${node.id}" has a condition; remove the condition`,
          { gateway: node.id },
        );
      continue;
    }
    if (second !== undefined && node.defaultFlow === undefined)
      report.add(
        'gateway-no-default',
        { elementId: node.id },
        `The gateway "${node.id}" has no default flow; mark the flow that is taken when no condition holds`,
      );
    for (const flow of flows)
      if (flow.condition === undefined && flow.id !== node.defaultFlow)
        report.add(
          'gateway-no-condition',
          { elementId: flow.id },
          `The flow "${flow.id}" out of the gateway "${node.id}" has no condition; add one`,
          { gateway: node.id },
        );
  }
};
