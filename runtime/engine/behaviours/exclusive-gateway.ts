import type { ExclusiveGatewayNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { defaultFlow, holds, leaveBy, outgoingFlows } from '../leave.ts';
import { visibleVariables } from '../variable-scopes.ts';

/** Takes the first flow, in the order of the file, whose condition holds; otherwise the default flow. */
export const exclusiveGateway: Behaviour<ExclusiveGatewayNode> = {
  enter(run, node, token) {
    const variables = visibleVariables(run, token);
    const chosen = outgoingFlows(run, node, token).find(
      (flow) => flow.id !== node.defaultFlow && holds(flow, variables),
    );
    leaveBy(run, node, token, [chosen ?? defaultFlow(run, node, token)]);
  },
};
