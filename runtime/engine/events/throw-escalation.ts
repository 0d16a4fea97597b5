import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import { findHandler } from './find-handler.ts';
import { handle, passUncaught, setCaught } from './handle.ts';

/** Throws an escalation at a token at rest; false when nothing catches it. The token goes on unless it was cancelled. */
export function throwEscalation(run: Run, thrower: Token, code: string): boolean {
  const handler = findHandler(run, thrower, 'escalation', code);
  if (handler === undefined) {
    passUncaught(run, thrower);
    return false;
  }
  const { trigger } = handler.node;
  const codeVariable = trigger?.on === 'escalation' ? trigger.codeVariable : undefined;
  setCaught(run, handler, codeVariable === undefined ? {} : { [codeVariable]: code });
  handle(run, handler);
  return true;
}
