import { isDynamicText } from '../../model/checked-values.ts';
import type { CatchTrigger, GraphNode } from '../../model/process-graph.ts';
import { evaluateText, failed } from '../evaluate.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import { visibleVariables } from '../variable-scopes.ts';
import { triggerOf } from './trigger-of.ts';

/** Puts a token to rest until a message or a signal of a name arrives; the name is settled now. */
export function openSubscription(
  run: Run,
  node: GraphNode,
  token: Token,
  on: 'message' | 'signal',
  source: string,
  seer: Token,
): void {
  const origin = { elementId: node.id, attribute: `${on} name` };
  const name = evaluateText(source, visibleVariables(run, seer), origin);
  if (name === undefined) throw failed(origin, 'the name is empty');
  run.rest(isDynamicText(source) ? { ...token, s: name } : token);
  run.emit({ type: 'subscription-created', token: token.i, elementId: node.id, on, name });
}

/** Tokens of the instance that wait for a signal, oldest first. */
export function waitingForSignal(run: Run, name: string): Token[] {
  return run.tokens().filter((token) => signalOf(triggerOf(run.nodeOf(token)), token) === name);
}

function signalOf(trigger: CatchTrigger | undefined, token: Token): string | undefined {
  return trigger?.on === 'signal' && token.a === undefined ? (token.s ?? trigger.signal) : undefined;
}
