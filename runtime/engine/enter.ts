import type { GraphNode } from '../model/process-graph.ts';
import { behaviourOf } from './behaviours/behaviours.ts';
import type { Token } from './instance-state.ts';
import { mapInputs } from './mappings.ts';
import type { Run, Work } from './run.ts';

/** Takes a flow into an element: starts its activity, maps inputs, lets it act, arms its boundary events. */
export function enter(run: Run, work: Extract<Work, { type: 'enter' }>): void {
  const { elementId, parent, flow } = work;
  run.spend(elementId);
  if (flow !== undefined) run.emit({ type: 'sequence-flow-taken', id: flow });
  const token: Token = { i: run.number(), e: elementId, ...(parent !== undefined && { p: parent }) };
  const node = run.nodeOf(token);
  startActivity(run, node, token);
  behaviourOf(node).enter(run, node, mapInputs(run, node, token), flow);
  if (run.token(token.i) !== undefined) armBoundaries(run, node.boundaries ?? [], token);
}

export function startActivity(run: Run, node: GraphNode, token: Token): void {
  run.emit({
    type: 'activity-started',
    activity: token.i,
    elementId: node.id,
    elementType: node.type,
    ...(node.name !== undefined && { name: node.name }),
    ...(token.p !== undefined && { parent: token.p }),
  });
}

function armBoundaries(run: Run, boundaries: readonly string[], host: Token): void {
  for (const elementId of boundaries) {
    const token: Token = {
      i: run.number(),
      e: elementId,
      ...(host.p !== undefined && { p: host.p }),
      h: host.i,
    };
    const node = run.nodeOf(token);
    behaviourOf(node).enter(run, node, token, undefined);
  }
}
