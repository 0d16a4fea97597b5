import type { NodeKind, NodeOfKind } from '../../model/process-graph.ts';
import { EngineError } from '../engine-error.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';

/** The resting token of a number. */
export function restingToken(run: Run, number: number): Token {
  const token = run.token(number);
  if (token !== undefined) return token;
  const message = `Token ${number} of the process "${run.graph.id}" is not waiting (any more); it was completed or cancelled before`;
  throw new EngineError('TOKEN_GONE', message);
}

/** The resting token of a number and its node, which must be of one of the kinds given. */
export function waitingToken<K extends NodeKind>(
  run: Run,
  number: number,
  kinds: readonly K[],
): { token: Token; node: NodeOfKind<K> } {
  const token = restingToken(run, number);
  const node = run.nodeOf(token);
  const waits = token.a === undefined && token.m === undefined;
  if (waits && isOneOf(node.kind, kinds)) return { token, node: node as NodeOfKind<K> };
  const message = `"${node.id}" waits as ${waits ? node.kind : 'a continuation or around its instances'}, so it cannot be handled as ${kinds.join(' or ')}`;
  throw new EngineError('TOKEN_MISMATCH', message, node.id);
}

function isOneOf<K extends NodeKind>(kind: NodeKind, kinds: readonly K[]): kind is K {
  return kinds.some((candidate) => candidate === kind);
}
