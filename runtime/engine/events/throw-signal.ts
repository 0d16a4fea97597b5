import type { CallMapping, GraphNode } from '../../model/process-graph.ts';
import { evaluateText, failed } from '../evaluate.ts';
import { handOver } from '../hand-over.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import { visibleVariables } from '../variable-scopes.ts';
import { occur } from './occur.ts';
import { waitingForSignal } from './subscription.ts';

/**
 * Throws a signal at a token at rest: everything that waits for it in the instance receives it at once, oldest first,
 * each with the variables that the signal hands over. The token itself may be cancelled by that.
 */
export function throwSignal(
  run: Run,
  node: GraphNode,
  token: Token,
  source: string,
  mappings: readonly CallMapping[] = [],
): void {
  const origin = { elementId: node.id, attribute: 'signal name' };
  const name = evaluateText(source, visibleVariables(run, token), origin);
  if (name === undefined) throw failed(origin, 'the name is empty');
  const variables = handOver(run, node, token, mappings);
  run.emit({ type: 'signal-thrown', name, ...(mappings.length > 0 && { variables }) });
  for (const { i } of waitingForSignal(run, name)) {
    const waiting = run.token(i);
    if (waiting !== undefined) occur(run, waiting, { variables });
  }
}
