import { compileJsonLogic } from '../../rules/json-logic.ts';
import { arrayOf, isPlainObject, type Json, textOf } from '../definition.ts';
import type { Frame } from '../frame.ts';
import type { Row } from '../slot.ts';
import { stepsOf, valueAt } from './data-path.ts';
import { CONDITION_OPERATORS } from './operators.ts';
import type { ReferenceIndex } from './reference.ts';

/** What a condition is asked about. `value` is the value of the component that has the condition. */
export interface ConditionScope {
  readonly data: Row;
  readonly frame: Frame;
  readonly row: Row | undefined;
  readonly value: unknown;
}

/** `null` where the condition says nothing. */
export type Condition = (scope: ConditionScope) => unknown;

/**
 * The condition of a component: JSONLogic, the older `when`/`eq`/`show`, or a list of conditions. Where a
 * definition holds several, the last of these kinds counts. `undefined` where there is none.
 */
export function compileCondition(conditional: unknown, references: ReferenceIndex): Condition | undefined {
  if (!isPlainObject(conditional)) return undefined;
  if (conditional.conjunction && conditional.conditions) return compileList(conditional, references);
  if (conditional.when) return compileWhen(conditional, references);
  return compileJson(conditional.json);
}

/** A JSONLogic condition over `data`, `row` and `value`. */
export function compileJson(source: unknown): Condition | undefined {
  if (typeof source !== 'object' || source === null) return undefined;
  const rule = compileJsonLogic(source);
  return ({ data, row, value }) => rule.evaluate({ data, row, value, input: value });
}

/** The trigger of a logic entry: the older form or a list. */
export function compileSimple(conditional: Json, references: ReferenceIndex): Condition | undefined {
  if (conditional.when) return compileWhen(conditional, references);
  return conditional.conjunction && conditional.conditions ? compileList(conditional, references) : undefined;
}

function compileWhen(conditional: Json, references: ReferenceIndex): Condition {
  const reference = references.find(String(conditional.when));
  const eq = asText(conditional.eq);
  const eqSteps = stepsOf(eq);
  const show = asText(conditional.show);
  return ({ data, frame }) => {
    const value = reference.read(data, frame);
    if (typeof value === 'object' && value !== null) {
      const flag = valueAt(value, eqSteps);
      const isRow = Array.isArray(value) && /^\d+$/.test(eq) && Number(eq) < value.length;
      if (eqSteps.length > 0 && (flag !== undefined || isRow)) return asText(flag) === show;
      if (Array.isArray(value) && value.map(asText).includes(eq)) return show === 'true';
    }
    return (asText(value) === eq) === (show === 'true');
  };
}

/** Text as the older conditions compare it; an object is never equal to what an author types. */
function asText(value: unknown): string {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? '[object Object]'
    : String(value);
}

function compileList(conditional: Json, references: ReferenceIndex): Condition | undefined {
  const entries = arrayOf(conditional, 'conditions').filter(isPlainObject);
  if (entries.length === 0) return undefined;
  const tests = entries.flatMap((entry): Condition[] => {
    const name = textOf(entry, 'component');
    if (name === '') return [];
    const reference = references.find(name);
    const operatorName = textOf(entry, 'operator');
    const operator = Object.hasOwn(CONDITION_OPERATORS, operatorName)
      ? CONDITION_OPERATORS[operatorName]
      : undefined;
    const test = operator?.(entry.value, reference.component);
    if (test === undefined) return [() => true];
    const known = reference.component !== undefined;
    return [({ data, frame }) => test(known ? reference.read(data, frame) : null)];
  });
  const shows = conditional.show === undefined ? true : isShown(conditional.show);
  const any = conditional.conjunction === 'any';
  return (scope) => {
    const holds = any ? tests.some((test) => test(scope)) : tests.every((test) => test(scope));
    return shows ? holds : !holds;
  };
}

function isShown(show: unknown): boolean {
  return typeof show === 'string'
    ? show === 'true' || !['', 'false', '0', 'null', '""'].includes(show)
    : Boolean(show);
}
