import type { GraphNode } from '../../model/process-graph.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import { triggerOf } from './trigger-of.ts';
import { openWait } from './trigger-wait.ts';

/** Lets the boundary events of an activity wait beside it; their expressions see its local variables. */
export function armBoundaries(run: Run, node: GraphNode, host: Token): void {
  if (node.boundaries === undefined || run.token(host.i) === undefined) return;
  for (const elementId of node.boundaries) armBeside(run, elementId, run.latest(host));
}

/** Lets an event wait beside a token, in the same scope. */
export function armBeside(run: Run, elementId: string, host: Token): void {
  const event = run.nodeIn(host.p, elementId);
  const trigger = triggerOf(event);
  if (trigger === undefined || !takesToken(trigger.on)) return;
  const token: Token = {
    i: run.number(),
    e: elementId,
    ...(host.p !== undefined && { p: host.p }),
    h: host.i,
  };
  openWait(run, event, token, trigger, host);
}

/**
 * Lets the start events of the event subprocesses of a scope wait. `scope` is the token of the subprocess or call
 * activity that has just begun; undefined is the process itself.
 */
export function armEventSubprocesses(
  run: Run,
  scope: number | undefined,
  eventSubprocesses: readonly string[] | undefined,
): void {
  for (const elementId of eventSubprocesses ?? []) {
    const subprocess = run.nodeIn(scope, elementId);
    if (subprocess.kind !== 'event-subprocess') continue;
    const start = run.nodeIn(scope, subprocess.start);
    const trigger = triggerOf(start);
    if (trigger === undefined || !takesToken(trigger.on)) continue;
    const token: Token = {
      i: run.number(),
      e: start.id,
      ...(scope !== undefined && { p: scope }),
      h: scope ?? 0,
    };
    openWait(run, start, token, trigger, token);
  }
}

function takesToken(on: string): boolean {
  return on !== 'error' && on !== 'escalation';
}
