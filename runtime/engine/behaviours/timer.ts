import type { BoundaryEventNode, CatchEventNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { evaluateDue, failed } from '../evaluate.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import { visibleVariables } from '../variable-scopes.ts';

/** Waits for a point in time. It never fires by itself: whoever keeps the time sends `fire-timer`. */
export const catchEvent: Behaviour<CatchEventNode> = {
  enter: (run, node, token) => waitUntilDue(run, node, token, token),
  endWait,
};

/** Waits beside the activity it is attached to, whose local variables its expression sees. */
export const boundaryEvent: Behaviour<BoundaryEventNode> = {
  enter: (run, node, token) =>
    waitUntilDue(run, node, token, token.h === undefined ? token : (run.token(token.h) ?? token)),
  endWait,
};

function waitUntilDue(run: Run, node: CatchEventNode | BoundaryEventNode, token: Token, seer: Token): void {
  if (node.trigger.on !== 'timer') return;
  const { timer } = node.trigger;
  const attribute = timer.duration === undefined ? 'timeDate' : 'timeDuration';
  const source = timer.duration ?? timer.date ?? timer.cycle ?? '';
  const origin = { elementId: node.id, attribute };
  const dueAt = evaluateDue(source, visibleVariables(run, seer), run.now, origin);
  if (dueAt === undefined) throw failed(origin, 'the timer has no due date');
  run.rest(token);
  run.emit({ type: 'timer-created', token: token.i, elementId: node.id, dueAt });
}

function endWait(
  run: Run,
  node: CatchEventNode | BoundaryEventNode,
  token: Token,
  reason: 'completed' | 'cancelled',
): void {
  run.emit({ type: 'timer-ended', token: token.i, elementId: node.id, reason });
}
