import type { Variables } from '../expressions/expression.ts';
import type { CallMapping, GraphNode } from '../model/process-graph.ts';
import { evaluate } from './evaluate.ts';
import type { Token } from './instance-state.ts';
import type { Run } from './run.ts';
import { localVariables, visibleVariables } from './variable-scopes.ts';

/** The variables that camunda:in hands over, as seen at a token; `local` limits all variables to its own. */
export function handOver(
  run: Run,
  node: GraphNode,
  token: Token,
  mappings: readonly CallMapping[],
): Record<string, unknown> {
  return handFrom(node, mappings, visibleVariables(run, token), localVariables(token) ?? {});
}

/**
 * The variables that camunda:in or camunda:out hands over, out of those that are visible or, where a mapping is local,
 * out of a scope's own. A source that does not exist gives null, as on Camunda 7.
 */
export function handFrom(
  node: GraphNode,
  mappings: readonly CallMapping[],
  visible: Variables,
  own: Variables,
): Record<string, unknown> {
  const handed: Record<string, unknown> = {};
  for (const mapping of mappings) {
    const seen = mapping.local ? own : visible;
    if ('all' in mapping) Object.assign(handed, seen);
    else if ('source' in mapping) handed[mapping.target] = seen[mapping.source] ?? null;
    else {
      const origin = { elementId: node.id, attribute: `mapping of ${mapping.target}` };
      handed[mapping.target] = evaluate(mapping.sourceExpression, visible, origin);
    }
  }
  return handed;
}
