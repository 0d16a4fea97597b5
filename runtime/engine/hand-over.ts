import type { CallMapping, GraphNode } from '../model/process-graph.ts';
import { evaluate } from './evaluate.ts';
import type { Token } from './instance-state.ts';
import type { Run } from './run.ts';
import { localVariables, visibleVariables } from './variable-scopes.ts';

/**
 * The variables that camunda:in or camunda:out hands over, as seen at a token. A source that does not exist gives null,
 * as on Camunda 7; `local` limits all variables to those of the token itself.
 */
export function handOver(
  run: Run,
  node: GraphNode,
  token: Token,
  mappings: readonly CallMapping[],
): Record<string, unknown> {
  const visible = visibleVariables(run, token);
  const handed: Record<string, unknown> = {};
  for (const mapping of mappings) {
    const seen = mapping.local ? (localVariables(token) ?? {}) : visible;
    if ('all' in mapping) Object.assign(handed, seen);
    else if ('source' in mapping) handed[mapping.target] = seen[mapping.source] ?? null;
    else {
      const origin = { elementId: node.id, attribute: `mapping of ${mapping.target}` };
      handed[mapping.target] = evaluate(mapping.sourceExpression, visible, origin);
    }
  }
  return handed;
}
