import type { GraphNode } from '../model/process-graph.ts';
import { behaviourOf } from './behaviours/behaviours.ts';
import { continuesBefore, restForJob } from './continuation.ts';
import { armBoundaries } from './events/arm.ts';
import { isUnrecorded } from './events/unrecorded.ts';
import type { Token } from './instance-state.ts';
import { leave } from './leave.ts';
import { mapInputs } from './mappings.ts';
import { activityId, isInstance, openBody } from './multi-instance.ts';
import type { Run, Work } from './run.ts';

/**
 * Takes a flow into an element, unless the scope was cancelled in the meantime. A token that is to continue by
 * a job rests in front of the element.
 */
export function enter(run: Run, work: Extract<Work, { type: 'enter' }>): void {
  const { elementId, parent, flow, locals, occurred } = work;
  if (parent !== undefined && run.token(parent) === undefined) return;
  run.spend(elementId);
  if (flow !== undefined) run.emit({ type: 'sequence-flow-taken', id: flow });
  const token: Token = {
    i: work.number ?? run.number(),
    e: elementId,
    ...(parent !== undefined && { p: parent }),
    ...(locals !== undefined && { l: locals }),
  };
  const node = run.nodeOf(token);
  if (continuesBefore(run, node, token))
    restForJob(run, node, { ...token, ...(flow !== undefined && { f: flow }) }, 'before');
  else if (occurred) pass(run, node, token);
  else begin(run, node, token, flow);
}

/** Starts what a token has arrived at: the activity, or the body around its instances. */
export function begin(run: Run, node: GraphNode, token: Token, flow: string | undefined): void {
  if (node.multiInstance === undefined || isInstance(run, token)) {
    behaviourOf(node).arrive?.(run, node, token.p);
    startActivity(run, node, token);
    behaviourOf(node).enter(run, node, mapInputs(run, node, token), flow);
    if (node.multiInstance === undefined) armBoundaries(run, node, token);
    return;
  }
  const body: Token = { ...token, m: true };
  startActivity(run, node, body);
  if (openBody(run, node, node.multiInstance, body)) armBoundaries(run, node, body);
  else leave(run, node, body);
}

/** A catch event that has occurred before it is entered: behind an event-based gateway. */
function pass(run: Run, node: GraphNode, token: Token): void {
  startActivity(run, node, token);
  leave(run, node, mapInputs(run, node, token));
}

export function startActivity(run: Run, node: GraphNode, token: Token): void {
  if (isUnrecorded(node)) return;
  run.emit({
    type: 'activity-started',
    activity: token.i,
    elementId: activityId(token),
    elementType: token.m === true ? 'multiInstanceBody' : node.type,
    ...(node.name !== undefined && token.m !== true && { name: node.name }),
    ...(token.p !== undefined && { parent: token.p }),
  });
  if (token.l !== undefined && token.m !== true)
    run.emit({ type: 'variables-changed', names: Object.keys(token.l), activity: token.i });
}
