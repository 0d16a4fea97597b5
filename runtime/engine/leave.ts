import type { GraphFlow, GraphNode } from '../model/process-graph.ts';
import { cancelTokens } from './cancel.ts';
import { continuesAfter, restForJob } from './continuation.ts';
import { EngineError } from './engine-error.ts';
import { evaluateCondition } from './evaluate.ts';
import { isUnrecorded } from './events/unrecorded.ts';
import type { Token } from './instance-state.ts';
import { mapOutputs } from './mappings.ts';
import { activityId, countInstance, isInstance } from './multi-instance.ts';
import type { Run, Work } from './run.ts';
import { visibleVariables } from './variable-scopes.ts';

/**
 * Ends the activity of a token and takes the flows given. Conditions were evaluated before the outputs are
 * mapped and the boundary events are removed: that is Camunda 7's order.
 */
export function leaveBy(run: Run, node: GraphNode, token: Token, flows: readonly GraphFlow[]): void {
  endActivity(run, node, token);
  if (continuesAfter(run, node, token)) restAfter(run, node, token, flows);
  else takeFlows(run, token, flows);
}

function takeFlows(run: Run, token: Token, flows: readonly GraphFlow[]): void {
  run.schedule(
    ...flows.map((flow): Work => ({ type: 'enter', elementId: flow.target, parent: token.p, flow: flow.id })),
  );
  run.addAlive(token.p, flows.length - 1);
}

/** One job for each flow; the element behind which nothing comes has one as well. */
function restAfter(run: Run, node: GraphNode, token: Token, flows: readonly GraphFlow[]): void {
  const { i, e, p } = token;
  const place = { e, ...(p !== undefined && { p }) };
  if (flows.length === 0) restForJob(run, node, { i, ...place }, 'after');
  flows.forEach((flow, index) => {
    restForJob(run, node, { i: index === 0 ? i : run.number(), ...place, f: flow.id }, 'after');
  });
  run.addAlive(p, Math.max(flows.length, 1) - 1);
}

/**
 * Leaves by every flow whose condition holds or that has none; by the default flow when there is no other.
 * An instance of a multi-instance has no flows: it is counted, and the body leaves with the last one.
 */
export function leave(run: Run, node: GraphNode, token: Token): void {
  if (node.multiInstance !== undefined && isInstance(run, token)) {
    endActivity(run, node, token);
    if (continuesAfter(run, node, token)) restForJob(run, node, token, 'after');
    else endInstance(run, node, token);
    return;
  }
  const variables = visibleVariables(run, token);
  const flows = outgoingFlows(run, node, token);
  const taken = flows.filter((flow) => flow.id !== node.defaultFlow && holds(flow, variables));
  const stuck = taken.length === 0 && flows.length > 0;
  leaveBy(run, node, token, stuck ? [defaultFlow(run, node, token)] : taken);
}

/** Counts an instance whose activity has ended; the last one takes the body with it. */
export function endInstance(run: Run, node: GraphNode, token: Token): void {
  const body = token.p === undefined ? undefined : run.token(token.p);
  if (node.multiInstance === undefined || body === undefined) return;
  run.withdraw(body.i);
  if (!countInstance(run, node, node.multiInstance, body, token)) return;
  cancelTokens(
    run,
    run.tokens().filter((other) => other.p === body.i),
  );
  run.forgetScope(body.i);
  leave(run, node, run.latest(body));
}

/** Goes on behind an element whose job after it has run. */
export function leaveAfterJob(run: Run, node: GraphNode, token: Token): void {
  run.remove(token);
  if (node.multiInstance !== undefined && isInstance(run, token)) endInstance(run, node, token);
  else takeFlows(run, token, token.f === undefined ? [] : [run.flowIn(token.p, token.f)]);
}

/** Reports that the wait of a token is over, then lets it leave. */
export function finishWait(run: Run, node: GraphNode, token: Token): void {
  run.endWait(token, 'completed');
  leave(run, node, run.latest(token));
}

/** Ends a token's activity without sending it anywhere. */
export function endActivity(run: Run, node: GraphNode, token: Token): void {
  const attached = holdsEvents(node) ? run.attachedTo(token) : [];
  if (!isUnrecorded(node))
    run.emit({ type: 'activity-ended', activity: token.i, elementId: activityId(token), canceled: false });
  mapOutputs(run, node, token);
  for (const boundary of attached) {
    run.endWait(boundary, 'cancelled');
    run.remove(boundary);
  }
  run.remove(token);
}

/** Whether events may wait beside a token at the node: on its boundary, or for its event subprocesses. */
function holdsEvents(node: GraphNode): boolean {
  if (node.boundaries !== undefined || node.kind === 'call-activity') return true;
  return (
    (node.kind === 'subprocess' || node.kind === 'event-subprocess') && node.eventSubprocesses !== undefined
  );
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
