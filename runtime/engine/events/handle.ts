import type { Variables } from '../../expressions/expression.ts';
import { handFrom } from '../hand-over.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import { setVariables, setVariablesInside } from '../variable-scopes.ts';
import type { Handler } from './find-handler.ts';
import { fireBoundary, fireEventSubprocess } from './fire.ts';

/** Lets the event that catches an error or an escalation occur. */
export function handle(run: Run, { node, host }: Handler): void {
  if (node.kind === 'start-event') fireEventSubprocess(run, node, host?.i);
  else if (host !== undefined) fireBoundary(run, node, run.latest(host));
}

/**
 * Sets what was caught where it is caught: at the host of a boundary event, in the scope of an event subprocess. Every
 * process that it came out of hands its results to its caller before (Camunda 7, OutputVariablesPropagator).
 */
export function setCaught(run: Run, { node, host, crossed }: Handler, variables: Variables): void {
  handOut(run, crossed);
  if (node.kind === 'start-event') setVariablesInside(run, host?.i, variables);
  else setVariables(run, host, variables);
}

/** What nothing catches has gone through every process around it all the same, and has taken their results along. */
export function passUncaught(run: Run, thrower: Token): void {
  const crossed: Token[] = [];
  for (let call = run.calledAround(thrower.p); call !== undefined; call = run.calledAround(call.p))
    crossed.push(call);
  handOut(run, crossed);
}

function handOut(run: Run, calls: readonly Token[]): void {
  for (const call of calls) {
    const activity = run.nodeOf(call);
    const results = run.latest(call).l ?? {};
    if (activity.kind === 'call-activity')
      setVariables(run, call, handFrom(activity, activity.out, results, results));
  }
}
