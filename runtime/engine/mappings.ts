import type { Variables } from '../expressions/expression.ts';
import type { GraphNode, Mapping, NodeKind } from '../model/process-graph.ts';
import { evaluate } from './evaluate.ts';
import type { Token } from './instance-state.ts';
import type { Run } from './run.ts';
import {
  checkVariable,
  localVariables,
  setVariablesInside,
  variablesInside,
  visibleVariables,
  withLocals,
} from './variable-scopes.ts';

/** Activities that are a variable scope of their own inside a multi-instance. */
const SCOPES: ReadonlySet<NodeKind> = new Set([
  'subprocess',
  'external-task',
  'receive-task',
  'call-activity',
]);

/**
 * Evaluates the input parameters in the scope around the activity; the results are local to the token.
 *
 * In a multi-instance (as on Camunda 7) an instance of a task without a scope of its own sees neither loop counter nor
 * element: a parallel one sees the counters of the body, a sequential one only what is around it, because its results
 * belong to the body. An instance that is a scope sees both.
 */
export function mapInputs(run: Run, node: GraphNode, token: Token): Token {
  if (node.inputs === undefined) return token;
  const isScope = SCOPES.has(node.kind);
  const body =
    node.multiInstance?.sequential && token.p !== undefined && !isScope ? run.token(token.p) : undefined;
  const around = variablesInside(run, body === undefined ? token.p : body.p);
  const seen = isScope ? { ...around, ...localVariables(token) } : around;
  const locals = evaluateAll(node, node.inputs, seen);
  const holder = body ?? token;
  run.emit({ type: 'variables-changed', names: Object.keys(locals), activity: holder.i });
  const mapped = withLocals(holder, { ...localVariables(holder), ...locals });
  if (body === undefined) return mapped;
  run.rest(mapped);
  return token;
}

/** Evaluates the output parameters inside the activity and sets the results in the scope around it. */
export function mapOutputs(run: Run, node: GraphNode, token: Token): void {
  for (const output of node.outputs ?? [])
    setVariablesInside(run, token.p, evaluateAll(node, [output], visibleVariables(run, token)));
}

function evaluateAll(
  node: GraphNode,
  mappings: readonly Mapping[],
  variables: Variables,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, value } of mappings) {
    values[name] = evaluate(value, variables, { elementId: node.id, attribute: `parameter ${name}` });
    checkVariable(name, values[name]);
  }
  return values;
}
