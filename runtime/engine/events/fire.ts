import type { BoundaryEventNode, StartEventNode } from '../../model/process-graph.ts';
import { cancelTokens } from '../cancel.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import { interruptScope } from './interrupt-scope.ts';
import { repeatTimer } from './timer.ts';

/**
 * A boundary event occurs. An interrupting one takes the place of its host, any other begins a path beside it.
 * `armed` is the token that waited for it; errors and escalations have none.
 */
export function fireBoundary(run: Run, node: BoundaryEventNode, host: Token, armed?: Token): void {
  const number = disarm(run, node, armed);
  if (node.interrupting) cancelTokens(run, [host]);
  else run.addAlive(host.p, 1);
  run.schedule({ type: 'enter', elementId: node.id, parent: host.p, number });
}

/** An event subprocess begins in its scope, at its start event. */
export function fireEventSubprocess(
  run: Run,
  start: StartEventNode,
  scope: number | undefined,
  armed?: Token,
): void {
  const number = disarm(run, { ...start, interrupting: start.interrupting !== false }, armed);
  if (start.interrupting !== false) interruptScope(run, scope);
  run.addAlive(scope, 1);
  run.schedule({ type: 'enter', elementId: start.scope ?? '', parent: scope, number });
}

/**
 * Ends the wait of an event that occurs and gives the number of its activity. A message or a signal that interrupts
 * nothing is waited for on and on; a repeating timer is set up again.
 */
function disarm(
  run: Run,
  node: (BoundaryEventNode | StartEventNode) & { readonly interrupting?: boolean },
  armed: Token | undefined,
): number {
  const { trigger, interrupting } = node;
  if (armed === undefined || (!interrupting && trigger?.on !== 'timer')) return run.number();
  run.endWait(armed, 'completed');
  run.remove(armed);
  if (!interrupting && trigger?.on === 'timer') repeatTimer(run, node, armed, trigger.timer);
  return armed.i;
}
