import type { Token } from '../instance-state.ts';
import { leave, leaveBy } from '../leave.ts';
import { isInstance } from '../multi-instance.ts';
import type { Run } from '../run.ts';
import { findHandler } from './find-handler.ts';
import { handle, passUncaught, setCaught } from './handle.ts';

/**
 * Throws a BPMN error at a token at rest. When nothing catches it, the token ends as at a none end event: Camunda 7's
 * default, without enableExceptionsAfterUnhandledBpmnError.
 */
export function throwError(run: Run, thrower: Token, code: string, message?: string): void {
  const handler = findHandler(run, thrower, 'error', code);
  if (handler === undefined) {
    passUncaught(run, thrower);
    run.endWait(thrower, 'cancelled');
    const node = run.nodeOf(thrower);
    if (isInstance(run, thrower)) leave(run, node, run.latest(thrower));
    else leaveBy(run, node, run.latest(thrower), []);
    return;
  }
  const { trigger } = handler.node;
  const { codeVariable, messageVariable } = trigger?.on === 'error' ? trigger : {};
  setCaught(run, handler, {
    ...(codeVariable !== undefined && { [codeVariable]: code }),
    ...(messageVariable !== undefined && { [messageVariable]: message ?? null }),
  });
  handle(run, handler);
}
