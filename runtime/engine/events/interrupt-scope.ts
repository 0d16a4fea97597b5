import { cancelTokens } from '../cancel.ts';
import type { Run } from '../run.ts';

/**
 * Cancels everything inside a scope (undefined: the process itself), but not the scope: what a terminate end event and
 * an interrupting event subprocess do. Every event that waits on the scope is gone as well, its boundary events among
 * them: that is what Camunda 7 does. Nothing is alive in the scope afterwards; the caller puts something there.
 */
export function interruptScope(run: Run, scope: number | undefined): void {
  const holder = scope ?? 0;
  const roots = run
    .tokens()
    .filter((token) => token.h === holder || (token.h === undefined && token.p === scope));
  cancelTokens(run, roots);
  run.dropWork((parent) => parent === scope);
  run.forgetScope(scope);
}
