import {
  type Comparison,
  comparisons,
  type PlanRuleModel,
  type RuleCondition,
  type RuleOperand,
  type RuleScalar,
} from './rule-model.ts';
import { writeRule } from './write-rule.ts';

/** The rule as the builder shows it; null: it says something that the builder has no words for. */
export function readRule(logic: unknown): PlanRuleModel | null {
  const [operator, args] = operation(logic);
  if (operator !== 'if') {
    const condition = readCondition(logic);
    return condition && { answers: 'condition', condition };
  }
  const otherwise = args.at(-1);
  if (args.length % 2 === 0 || !isScalar(otherwise)) return null;
  const cases: { when: RuleCondition; value: RuleScalar }[] = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const when = readCondition(args[at]);
    const value = args[at + 1];
    if (when === null || !isScalar(value)) return null;
    cases.push({ when, value });
  }
  return { answers: 'value', cases, otherwise };
}

function readCondition(logic: unknown): RuleCondition | null {
  const [operator, args] = operation(logic);
  if (operator === 'and' || operator === 'or') {
    const parts = args.map(readCondition);
    return parts.every((part) => part !== null) ? { is: operator, parts } : null;
  }
  if (operator === '!') {
    const part = readCondition(args[0]);
    return part && { is: 'not', part };
  }
  if (operator === 'all' || operator === 'some' || operator === 'none') {
    const field = fieldOf(args[0]);
    const test = ofItem(args[1]);
    return field !== null && test ? { is: operator, field, ...test } : null;
  }
  const test = comparisons.find((it) => it === operator);
  const [left, value] = args;
  const operand = readOperand(left);
  if (test === undefined || args.length !== 2 || operand === null || !isScalar(value)) return null;
  return { is: 'compare', operand, test, value };
}

function readOperand(logic: unknown): RuleOperand | null {
  const field = fieldOf(logic);
  if (field !== null) return { of: 'field', field };
  const [operator, args] = operation(logic);
  if (operator !== 'reduce') return null;
  const [filtered, inside] = operation(args[0]);
  const test = filtered === 'filter' ? ofItem(inside[1]) : null;
  const listed = fieldOf(filtered === 'filter' ? inside[0] : args[0]);
  if (listed === null) return null;
  const operand: RuleOperand =
    filtered === 'filter' && test
      ? { of: 'count', field: listed, test: test.test, threshold: test.value }
      : { of: 'sum', field: listed };
  const again = writeRule({
    answers: 'condition',
    condition: { is: 'compare', operand, test: '==', value: 0 },
  });
  return sameJson(again, { '==': [logic, 0] }) ? operand : null;
}

/** A comparison of the item of a list. */
function ofItem(logic: unknown): { readonly test: Comparison; readonly value: RuleScalar } | null {
  const [operator, [item, value]] = operation(logic);
  const test = comparisons.find((it) => it === operator);
  return test !== undefined && fieldOf(item, true) === '' && isScalar(value) ? { test, value } : null;
}

function fieldOf(logic: unknown, item = false): string | null {
  const [operator, args] = operation(logic);
  const [name] = args;
  if (operator !== 'var' || args.length !== 1 || typeof name !== 'string') return null;
  return name === '' && !item ? null : name;
}

function operation(logic: unknown): readonly [operator: string, args: readonly unknown[]] {
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) return ['', []];
  const [entry, more] = Object.entries(logic);
  if (entry === undefined || more !== undefined) return ['', []];
  return [entry[0], Array.isArray(entry[1]) ? entry[1] : [entry[1]]];
}

const isScalar = (value: unknown): value is RuleScalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
