import type { NodeKind, NodeOfKind } from '../../model/process-graph.ts';
import { EngineError } from '../engine-error.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';

/** The resting token of a number and its node, which must be of one of the kinds given. */
export function waitingToken<K extends NodeKind>(
  run: Run,
  number: number,
  kinds: readonly K[],
): { token: Token; node: NodeOfKind<K> } {
  const token = run.token(number);
  if (token === undefined) {
    const message = `Token ${number} of the process "${run.graph.id}" is not waiting (any more); it was completed or cancelled before`;
    throw new EngineError('TOKEN_GONE', message);
  }
  const node = run.nodeOf(token);
  if (isOneOf(node.kind, kinds)) return { token, node: node as NodeOfKind<K> };
  const message = `"${node.id}" waits as ${node.kind}, so it cannot be handled as ${kinds.join(' or ')}`;
  throw new EngineError('TOKEN_MISMATCH', message, node.id);
}

function isOneOf<K extends NodeKind>(kind: NodeKind, kinds: readonly K[]): kind is K {
  return kinds.some((candidate) => candidate === kind);
}
