import type { Variables } from '../../expressions/expression.ts';
import type { CatchEventNode, GraphNode } from '../../model/process-graph.ts';
import { cancelTokens } from '../cancel.ts';
import { EngineError } from '../engine-error.ts';
import type { Token } from '../instance-state.ts';
import { finishWait } from '../leave.ts';
import type { Run } from '../run.ts';
import { setLocalVariables, setVariables, setVariablesInside } from '../variable-scopes.ts';
import { fireBoundary, fireEventSubprocess } from './fire.ts';

/** What an event brings along. */
export interface Payload {
  readonly variables?: Variables;
  readonly localVariables?: Variables;
}

/** What a token waits for has occurred. Variables are set where it waits: in its own scope, or that of its host. */
export function occur(run: Run, waiting: Token, payload: Payload = {}): void {
  const node = run.nodeOf(waiting);
  const host = waiting.h === undefined ? waiting : run.token(waiting.h);
  receive(run, node, waiting, host, payload);
  const token = run.latest(waiting);
  if (token.h === undefined) finishWait(run, node, token);
  else if (node.kind === 'start-event') fireEventSubprocess(run, node, token.p, token);
  else if (host === undefined) throw orphan(node, token);
  else if (node.kind === 'boundary-event') fireBoundary(run, node, run.latest(host), token);
  else if (node.kind === 'catch-event') fireBehindGateway(run, node, host, token);
}

/** The first event behind an event-based gateway: the gateway and its other events are cancelled (as Camunda 7 writes it). */
function fireBehindGateway(run: Run, node: CatchEventNode, gateway: Token, armed: Token): void {
  run.endWait(armed, 'completed');
  run.remove(armed);
  cancelTokens(run, [gateway]);
  run.schedule({ type: 'enter', elementId: node.id, parent: armed.p, number: armed.i, occurred: true });
}

/** A start event of an event subprocess receives in the scope around it, which may be a process. */
function receive(
  run: Run,
  node: GraphNode,
  waiting: Token,
  host: Token | undefined,
  { variables = {}, localVariables = {} }: Payload,
): void {
  if (node.kind === 'start-event') setVariablesInside(run, waiting.p, { ...variables, ...localVariables });
  else if (host !== undefined) {
    setVariables(run, host, variables);
    if (Object.keys(localVariables).length > 0) setLocalVariables(run, host, localVariables);
  }
}

function orphan(node: GraphNode, token: Token): EngineError {
  const message = `"${node.id}" waits beside token ${token.h}, which is not there; the state is damaged`;
  return new EngineError('UNKNOWN_ELEMENT', message, node.id);
}
