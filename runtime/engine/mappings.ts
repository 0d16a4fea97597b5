import type { GraphNode, Mapping } from '../model/process-graph.ts';
import { evaluate } from './evaluate.ts';
import type { Token } from './instance-state.ts';
import type { Run } from './run.ts';
import { checkVariable, setVariables, visibleVariables } from './variable-scopes.ts';

/** Evaluates the input parameters in the scope around the activity; the results are local to the token. */
export function mapInputs(run: Run, node: GraphNode, token: Token): Token {
  if (node.inputs === undefined) return token;
  const locals = evaluateAll(run, node, node.inputs, token);
  run.emit({ type: 'variables-changed', names: Object.keys(locals), activity: token.i });
  return { ...token, l: locals };
}

/** Evaluates the output parameters inside the activity and sets the results in the scope around it. */
export function mapOutputs(run: Run, node: GraphNode, token: Token): void {
  if (node.outputs === undefined) return;
  const around = token.p === undefined ? undefined : run.token(token.p);
  for (const output of node.outputs) setVariables(run, around, evaluateAll(run, node, [output], token));
}

function evaluateAll(
  run: Run,
  node: GraphNode,
  mappings: readonly Mapping[],
  token: Token,
): Record<string, unknown> {
  const variables = visibleVariables(run, token);
  const values: Record<string, unknown> = {};
  for (const { name, value } of mappings) {
    values[name] = evaluate(value, variables, { elementId: node.id, attribute: `parameter ${name}` });
    checkVariable(name, values[name]);
  }
  return values;
}
