import { isPlainObject, type Json } from '@oneplan/runtime/forms/definition.ts';
import { sameJson } from '@oneplan/runtime/plan/elements/json-value.ts';
import { type Comparison, comparisonsOf } from './comparisons.ts';
import type { ConditionTarget } from './condition-targets.ts';

/** One line of a condition: this component, so compared, with that. */
export interface Clause {
  readonly variable: string;
  readonly comparison: string;
  readonly value: unknown;
}

/** A condition as it is built with drop-downs. */
export interface ConditionDraft {
  /** `false`: the component disappears when the condition holds. */
  readonly show: boolean;
  readonly join: 'and' | 'or';
  readonly clauses: readonly Clause[];
}

export const noCondition: ConditionDraft = { show: true, join: 'and', clauses: [] };

/** Whether every line says all that it must. */
export function isComplete({ clauses }: ConditionDraft, targets: readonly ConditionTarget[]): boolean {
  return clauses.every((clause) => {
    const comparison = comparisonOf(clause, targets);
    return comparison !== undefined && (comparison.with === 'nothing' || isGiven(clause.value));
  });
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

/** The condition as JSONLogic; undefined when there is none. Lines that are not complete are left out. */
export function ruleOf(draft: ConditionDraft, targets: readonly ConditionTarget[]): Json | undefined {
  const rules = draft.clauses.flatMap((clause) => {
    const comparison = comparisonOf(clause, targets);
    if (!comparison || !isComplete({ ...draft, clauses: [clause] }, targets)) return [];
    return [
      comparison.ofBox
        ? comparison.rule(`${clause.variable}.${String(clause.value)}`, undefined)
        : comparison.rule(clause.variable, clause.value),
    ];
  });
  const [first] = rules;
  if (first === undefined) return undefined;
  const joined = rules.length === 1 ? first : { [draft.join]: rules };
  return draft.show ? joined : { '!': [joined] };
}

/** The drop-downs that a rule amounts to; undefined for a rule that they cannot say. */
export function draftOf(rule: unknown, targets: readonly ConditionTarget[]): ConditionDraft | undefined {
  const shown = clausesOf(rule, targets);
  if (shown) return { show: true, ...shown };
  const hidden =
    isPlainObject(rule) && Array.isArray(rule['!']) ? clausesOf(rule['!'][0], targets) : undefined;
  return hidden && { show: false, ...hidden };
}

function clausesOf(
  rule: unknown,
  targets: readonly ConditionTarget[],
): Omit<ConditionDraft, 'show'> | undefined {
  const single = clauseOf(rule, targets);
  if (single) return { join: 'and', clauses: [single] };
  if (!isPlainObject(rule)) return undefined;
  for (const join of ['and', 'or'] as const) {
    const parts = rule[join];
    if (!Array.isArray(parts)) continue;
    const clauses = parts.flatMap((part) => clauseOf(part, targets) ?? []);
    return clauses.length === parts.length ? { join, clauses } : undefined;
  }
  return undefined;
}

function clauseOf(rule: unknown, targets: readonly ConditionTarget[]): Clause | undefined {
  for (const { variable, component, options } of targets)
    for (const comparison of comparisonsOf(component)) {
      const clause = { variable, comparison: comparison.name };
      if (comparison.ofBox) {
        const option = options.find(({ value }) =>
          sameJson(comparison.rule(`${variable}.${String(value)}`, undefined), rule),
        );
        if (option) return { ...clause, value: option.value };
        continue;
      }
      if (comparison.with === 'nothing') {
        if (sameJson(comparison.rule(variable, undefined), rule)) return { ...clause, value: undefined };
        continue;
      }
      const value = valueIn(comparison.rule(variable, hole), rule);
      if (value !== undefined) return { ...clause, value };
    }
  return undefined;
}

/** Stands where the value goes. */
const hole = '\u0000';

/** The value of `rule` where the template has its hole, if they are the same everywhere else. */
function valueIn(template: unknown, rule: unknown): unknown {
  const found: unknown[] = [];
  const fits = (a: unknown, b: unknown): boolean => {
    if (a === hole) {
      found.push(b);
      return ['string', 'number', 'boolean'].includes(typeof b);
    }
    if (Array.isArray(a))
      return Array.isArray(b) && a.length === b.length && a.every((item, index) => fits(item, b[index]));
    if (!isPlainObject(a) || !isPlainObject(b)) return a === b;
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => fits(a[key], b[key]));
  };
  return fits(template, rule) ? found[0] : undefined;
}

/** The comparison of a line; undefined where its component is gone or cannot be compared so. */
export function comparisonOf(
  { variable, comparison }: Clause,
  targets: readonly ConditionTarget[],
): Comparison | undefined {
  const target = targets.find((it) => it.variable === variable);
  return target && comparisonsOf(target.component).find(({ name }) => name === comparison);
}
