import type { EventBasedGatewayNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { armBeside } from '../events/arm.ts';
import { outgoingFlows } from '../leave.ts';

/** Rests while the catch events behind it wait; the first that occurs takes its place. */
export const eventBasedGateway: Behaviour<EventBasedGatewayNode> = {
  enter(run, node, token) {
    run.rest(token);
    for (const flow of outgoingFlows(run, node, token)) armBeside(run, flow.target, token);
  },
};
