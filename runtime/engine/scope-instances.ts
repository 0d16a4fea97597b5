import type { GraphNode } from '../model/process-graph.ts';
import { EngineError } from './engine-error.ts';
import { startActivity } from './enter.ts';
import { armBoundaries, armEventSubprocesses } from './events/arm.ts';
import { interruptScope } from './events/interrupt-scope.ts';
import type { Token } from './instance-state.ts';
import { mapInputs } from './mappings.ts';
import type { Run } from './run.ts';
import { setLocalVariables } from './variable-scopes.ts';

/**
 * The token of the scope in which an element stands (undefined: the process itself); subprocesses around it of which
 * there is no instance are begun, without their start event. Several instances: `ancestor` has to say which.
 */
export function scopeFor(
  run: Run,
  node: GraphNode,
  graphParent: number | undefined,
  ancestor: number | undefined,
): number | undefined {
  const process = run.calledAround(graphParent)?.i ?? callOf(run, graphParent);
  if (node.scope === undefined) return process;
  const scope = run.nodeIn(graphParent, node.scope);
  const instances = run
    .tokens()
    .filter(
      (token) =>
        token.e === scope.id &&
        token.h === undefined &&
        token.m === undefined &&
        token.a === undefined &&
        run.calledAround(token.p)?.i === process &&
        isWithin(run, token, ancestor),
    );
  const [only, second] = instances;
  if (second !== undefined) {
    const message = `There are ${instances.length} instances of "${scope.id}"; name the one to start "${node.id}" in (ancestor)`;
    throw new EngineError('MODIFICATION', message, node.id);
  }
  if (only !== undefined) return only.i;
  const fresh = run.number();
  const around = scopeFor(run, scope, graphParent, ancestor);
  if (node.kind === 'start-event' && (around ?? 0) < fresh) interruptFor(run, scope, around);
  return beginScope(run, scope, around);
}

function callOf(run: Run, parent: number | undefined): number | undefined {
  const token = parent === undefined ? undefined : run.token(parent);
  return token?.c === undefined ? undefined : token.i;
}

/** Whether a token is the ancestor, inside of it, or around it. */
function isWithin(run: Run, token: Token, ancestor: number | undefined): boolean {
  if (ancestor === undefined) return true;
  return isInside(run, token.i, ancestor) || isInside(run, ancestor, token.i);
}

function isInside(run: Run, number: number, around: number): boolean {
  for (let at = run.token(number); at !== undefined; at = at.p === undefined ? undefined : run.token(at.p))
    if (at.i === around) return true;
  return false;
}

/**
 * What an event subprocess interrupts when it begins at its start, as Camunda 7 does; begun anywhere behind that, it goes
 * on beside what is there.
 */
export function interruptFor(run: Run, node: GraphNode, scope: number | undefined): void {
  if (node.kind !== 'event-subprocess') return;
  const start = run.nodeIn(scope, node.start);
  if (start.kind === 'start-event' && start.interrupting !== false) interruptScope(run, scope);
}

function beginScope(run: Run, scope: GraphNode, parent: number | undefined): number {
  if (scope.kind !== 'subprocess' && scope.kind !== 'event-subprocess') {
    const message = `No instance of "${scope.id}" is there and none can be begun half way; start "${scope.id}" itself`;
    throw new EngineError('MODIFICATION', message, scope.id);
  }
  run.addAlive(parent, 1);
  const around = scope.multiInstance === undefined ? undefined : beginBody(run, scope, parent);
  const inside = around ?? parent;
  const locals = around !== undefined && scope.multiInstance?.sequential === false;
  const token: Token = {
    i: run.number(),
    e: scope.id,
    ...(inside !== undefined && { p: inside }),
    ...(locals && { l: { loopCounter: 0 } }),
  };
  startActivity(run, scope, token);
  run.rest(mapInputs(run, scope, token));
  armEventSubprocesses(run, token.i, scope.eventSubprocesses);
  if (around === undefined) armBoundaries(run, scope, token);
  return token.i;
}

/** The body of a multi-instance with room for one instance, which has no element of the collection. */
export function beginBody(run: Run, scope: GraphNode, parent: number | undefined): number {
  const body: Token = { i: run.number(), e: scope.id, m: true, ...(parent !== undefined && { p: parent }) };
  startActivity(run, scope, body);
  run.rest(body);
  setLocalVariables(run, body, {
    nrOfInstances: 1,
    nrOfCompletedInstances: 0,
    nrOfActiveInstances: 1,
    ...(scope.multiInstance?.sequential === true && { loopCounter: 0 }),
  });
  run.addAlive(body.i, 1);
  armBoundaries(run, scope, body);
  return body.i;
}
