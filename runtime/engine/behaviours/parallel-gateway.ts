import type { ParallelGatewayNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Token } from '../instance-state.ts';
import { endActivity, leaveBy, outgoingFlows } from '../leave.ts';
import type { Run } from '../run.ts';

/**
 * Waits until one token has come by each incoming flow, then takes every outgoing flow (BPMN 2.0, 13.4.1).
 * A second token by the same flow waits for the next round; it does not stand in for a missing one.
 * Rounds are counted apart in each instance of a subprocess. A token that a modification has started here stands
 * for any one that is missing.
 */
export const parallelGateway: Behaviour<ParallelGatewayNode> = {
  enter(run, node, token, flow) {
    if (node.incoming < 2) {
      leaveBy(run, node, token, outgoingFlows(run, node, token));
      return;
    }
    const by = flow ?? `+${token.i}`;
    const others = firstByFlow(run.restingAt(node.id, token.p));
    if (others.has(by) || others.size + 1 < node.incoming) run.rest({ ...token, f: by });
    else join(run, node, [...others.values()], token);
  },
};

/** All but the last token end here; the last one leaves for all. */
function join(run: Run, node: ParallelGatewayNode, waiting: readonly Token[], last: Token): void {
  for (const token of waiting) {
    endActivity(run, node, token);
    run.addAlive(token.p, -1);
  }
  leaveBy(run, node, last, outgoingFlows(run, node, last));
}

function firstByFlow(tokens: readonly Token[]): Map<string, Token> {
  const first = new Map<string, Token>();
  for (const token of tokens) if (token.f !== undefined && !first.has(token.f)) first.set(token.f, token);
  return first;
}
