import type { Token } from './instance-state.ts';
import { activityId } from './multi-instance.ts';
import type { Run } from './run.ts';

/**
 * Cancels tokens with everything inside and attached to them, the innermost and youngest first. Output
 * mappings are not executed (Camunda 7 with skipOutputMappingOnCanceledActivities).
 */
export function cancelTokens(run: Run, roots: readonly Token[]): void {
  const doomed = new Map(roots.map((token) => [token.i, token]));
  // A token always has a higher number than the one it is inside of or attached to.
  for (const token of run.tokens())
    if ((token.p !== undefined && doomed.has(token.p)) || (token.h !== undefined && doomed.has(token.h)))
      doomed.set(token.i, token);
  for (const token of [...doomed.values()].sort((a, b) => b.i - a.i)) cancelOne(run, token);
}

function cancelOne(run: Run, token: Token): void {
  run.endWait(token, 'cancelled');
  run.remove(token);
  run.forgetScope(token.i);
  // Before its job the activity has not begun, after it it has ended.
  if (token.h === undefined && token.a === undefined)
    run.emit({ type: 'activity-ended', activity: token.i, elementId: activityId(token), canceled: true });
}
