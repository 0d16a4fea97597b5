import type { GraphNode } from '../model/process-graph.ts';
import { EngineError } from './engine-error.ts';
import { startActivity } from './enter.ts';
import { armBoundaries, armEventSubprocesses } from './events/arm.ts';
import type { Token } from './instance-state.ts';
import { mapInputs } from './mappings.ts';
import type { Run } from './run.ts';

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
  return only?.i ?? beginScope(run, scope, scopeFor(run, scope, graphParent, ancestor));
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

function beginScope(run: Run, scope: GraphNode, parent: number | undefined): number {
  if (scope.kind !== 'subprocess' || scope.multiInstance !== undefined) {
    const message = `No instance of "${scope.id}" is there and none can be begun half way; start "${scope.id}" itself`;
    throw new EngineError('MODIFICATION', message, scope.id);
  }
  const token: Token = { i: run.number(), e: scope.id, ...(parent !== undefined && { p: parent }) };
  startActivity(run, scope, token);
  run.rest(mapInputs(run, scope, token));
  run.addAlive(parent, 1);
  armEventSubprocesses(run, token.i, scope.eventSubprocesses);
  armBoundaries(run, scope, token);
  return token.i;
}
