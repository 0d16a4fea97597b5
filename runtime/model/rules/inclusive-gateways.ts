import { type GraphRule, nodesOf, outgoingFlows } from './graph-rule.ts';

/** A branching inclusive gateway always finds a flow: each has a condition but the default, which has to be there. */
export const inclusiveGateways: GraphRule = (graph, report) => {
  for (const node of nodesOf(graph)) {
    if (node.kind !== 'inclusive-gateway') continue;
    const flows = outgoingFlows(graph, node);
    const conditional = flows.filter((flow) => flow.condition !== undefined).length;
    if (conditional === flows.length && flows.length > 0 && node.defaultFlow === undefined)
      report.add(
        'gateway-no-default',
        { elementId: node.id },
        `The gateway "${node.id}" has no default flow; mark the flow that is taken when no condition holds`,
      );
  }
};
