import { type GraphRule, nodesOf, outgoingFlows } from './graph-rule.ts';

/** An event-based gateway leads straight to catch events, each of which is entered from there alone (Camunda 7 refuses tasks too). */
export const eventGateways: GraphRule = (graph, report) => {
  for (const node of nodesOf(graph)) {
    if (node.kind !== 'event-based-gateway') continue;
    for (const flow of outgoingFlows(graph, node)) {
      const target = graph.nodes[flow.target];
      if (target === undefined || (target.kind === 'catch-event' && target.incoming === 1)) continue;
      const message = `The flow "${flow.id}" out of the event-based gateway "${node.id}" has to lead to a timer, message or signal catch event that nothing else leads to; "${target.id}" is not one`;
      report.add('event-gateway-target', { elementId: flow.id }, message, {
        gateway: node.id,
        target: target.id,
      });
    }
    for (const flow of outgoingFlows(graph, node))
      if (flow.condition !== undefined || flow.id === node.defaultFlow)
        report.add(
          'event-gateway-condition',
          { elementId: flow.id },
          `The flow "${flow.id}" out of the event-based gateway "${node.id}" has a condition or is a default; the event that occurs decides`,
          { gateway: node.id },
        );
  }
};
