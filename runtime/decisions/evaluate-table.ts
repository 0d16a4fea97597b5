import type { Variables } from '../expressions/expression.ts';
import type { DecisionTable, Hit, TableRule } from './decision-table.ts';
import { HIT_POLICY } from './hit-policies.ts';
import { convert, toJson } from './value-types.ts';

/** Rows of outputs that the hit policy lets through; `onMatch` is told of all rules that match, from 0. Throws DecisionError. */
export function evaluateTable(
  table: DecisionTable,
  variables: Variables,
  onMatch: (rules: readonly number[]) => void = () => {},
): readonly Hit[] {
  const inputs = table.inputs.map(({ expression, type, label }) =>
    convert(expression?.(variables), type, `the input "${label}"`),
  );
  const scopes = table.inputs.map(({ variable }, column) => ({ ...variables, [variable]: inputs[column] }));
  const matching = [...table.rules.entries()].filter(([, { tests }]) =>
    tests.every((test, column) => test?.(inputs[column], scopes[column] ?? {}) ?? true),
  );
  onMatch(matching.map(([at]) => at));
  const hits = matching.map(([, rule]) => outputsOf(table, rule, variables));
  return HIT_POLICY[table.hitPolicy](hits, table);
}

function outputsOf(table: DecisionTable, rule: TableRule, variables: Variables): Hit {
  const hit: Record<string, unknown> = {};
  table.outputs.forEach(({ name, type }, column) => {
    const result = rule.results[column];
    if (result === undefined) return;
    const where = `the output "${name}"`;
    hit[name] = toJson(convert(result(variables), type, where), where);
  });
  return hit;
}
