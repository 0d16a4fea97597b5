import type { GraphFlow, GraphNode } from '../model/process-graph.ts';
import { EngineError } from './engine-error.ts';
import { evaluateCondition } from './evaluate.ts';
import type { Token } from './instance-state.ts';
import { mapOutputs } from './mappings.ts';
import type { Run, Work } from './run.ts';
import { visibleVariables } from './variable-scopes.ts';

/**
 * Ends the activity of a token and takes the flows given. Conditions were evaluated before the outputs are
 * mapped and the boundary events are removed: that is Camunda 7's order.
 */
export function leaveBy(run: Run, node: GraphNode, token: Token, flows: readonly GraphFlow[]): void {
  endActivity(run, node, token);
  run.schedule(
    ...flows.map((flow): Work => ({ type: 'enter', elementId: flow.target, parent: token.p, flow: flow.id })),
  );
  run.addAlive(token.p, flows.length - 1);
}

/** Leaves by every flow whose condition holds or that has none; by the default flow when there is no other. */
export function leave(run: Run, node: GraphNode, token: Token): void {
  const variables = visibleVariables(run, token);
  const flows = outgoingFlows(run, node, token);
  const taken = flows.filter((flow) => flow.id !== node.defaultFlow && holds(flow, variables));
  const stuck = taken.length === 0 && flows.length > 0;
  leaveBy(run, node, token, stuck ? [defaultFlow(run, node, token)] : taken);
}

/** Reports that the wait of a token is over, then lets it leave. */
export function finishWait(run: Run, node: GraphNode, token: Token): void {
  run.endWait(token, 'completed');
  leave(run, node, run.latest(token));
}

/** Ends a token's activity without sending it anywhere. */
export function endActivity(run: Run, node: GraphNode, token: Token): void {
  const attached = node.boundaries === undefined ? [] : run.attachedTo(token);
  run.emit({ type: 'activity-ended', activity: token.i, elementId: node.id, canceled: false });
  mapOutputs(run, node, token);
  for (const boundary of attached) {
    run.endWait(boundary, 'cancelled');
    run.remove(boundary);
  }
  run.remove(token);
}

export function outgoingFlows(run: Run, node: GraphNode, token: Token): GraphFlow[] {
  return node.outgoing.map((id) => run.flowIn(token.p, id));
}

export function defaultFlow(run: Run, node: GraphNode, token: Token): GraphFlow {
  if (node.defaultFlow !== undefined) return run.flowIn(token.p, node.defaultFlow);
  const message = `No condition of the flows out of "${node.id}" holds and it has no default flow; check the variables or add one`;
  throw new EngineError('NO_FLOW', message, node.id);
}

export function holds(flow: GraphFlow, variables: Readonly<Record<string, unknown>>): boolean {
  if (flow.condition === undefined) return true;
  return evaluateCondition(flow.condition, variables, { elementId: flow.id, attribute: 'condition' });
}
