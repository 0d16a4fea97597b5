import type { Variables } from '../../expressions/expression.ts';
import type { Run } from '../run.ts';
import { setVariables, setVariablesInside } from '../variable-scopes.ts';
import type { Handler } from './find-handler.ts';
import { fireBoundary, fireEventSubprocess } from './fire.ts';

/** Lets the event that catches an error or an escalation occur. */
export function handle(run: Run, { node, host }: Handler): void {
  if (node.kind === 'start-event') fireEventSubprocess(run, node, host?.i);
  else if (host !== undefined) fireBoundary(run, node, run.latest(host));
}

/** Sets what was caught where it is caught: at the host of a boundary event, in the scope of an event subprocess. */
export function setCaught(run: Run, { node, host }: Handler, variables: Variables): void {
  if (node.kind === 'start-event') setVariablesInside(run, host?.i, variables);
  else setVariables(run, host, variables);
}
