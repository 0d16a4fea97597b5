import type { InclusiveGatewayNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { endActivity, leave } from '../leave.ts';
import { canBeReached } from '../reachable.ts';

/**
 * Waits until nothing that is alive in its scope can still come to it, or as many tokens wait as flows lead to it, then
 * leaves for all of them by every flow whose condition holds. Looked at when a token arrives, and only then: a path that
 * ends elsewhere does not wake it (Camunda 7, InclusiveGatewayActivityBehavior).
 */
export const inclusiveGateway: Behaviour<InclusiveGatewayNode> = {
  enter(run, node, token) {
    const others = run.restingAt(node.id, token.p).filter(({ i }) => i !== token.i);
    if (others.length + 1 < node.incoming && canBeReached(run, node.id, token.p)) {
      run.rest(token);
      return;
    }
    for (const other of others) {
      endActivity(run, node, other);
      run.addAlive(other.p, -1);
    }
    leave(run, node, token);
  },
};
