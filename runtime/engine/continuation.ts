import type { GraphNode } from '../model/process-graph.ts';
import type { Token } from './instance-state.ts';
import { isInstance } from './multi-instance.ts';
import type { Run } from './run.ts';

/**
 * Save points (camunda:asyncBefore, camunda:asyncAfter): the token rests until its job runs. Before: the
 * activity has not begun. After: it has ended and its outputs are mapped; `f` is the flow to take.
 */
export function continuesBefore(run: Run, node: GraphNode, token: Token): boolean {
  return continuation(run, node, token).asyncBefore === true;
}

export function continuesAfter(run: Run, node: GraphNode, token: Token): boolean {
  return continuation(run, node, token).asyncAfter === true;
}

/** Puts a token to rest until its job runs. */
export function restForJob(run: Run, node: GraphNode, token: Token, where: 'before' | 'after'): void {
  run.rest({ ...token, a: where });
  const { exclusive = true, retryCycle } = continuation(run, node, token);
  run.emit({
    type: 'continuation-created',
    token: token.i,
    elementId: node.id,
    where,
    exclusive,
    ...(retryCycle !== undefined && { retryCycle }),
  });
}

/** An instance of a multi-instance has save points of its own, beside those of the body around all of them. */
function continuation(run: Run, node: GraphNode, token: Token) {
  return node.multiInstance !== undefined && isInstance(run, token) ? node.multiInstance : node;
}
