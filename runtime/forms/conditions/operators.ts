import dayjs from 'dayjs';
import type { FormComponent } from '../definition.ts';
import { isPlainObject } from '../definition.ts';
import { emptinessOf } from './emptiness.ts';
import { isEqual } from './equality.ts';

type Test = (value: unknown) => boolean;

/** An operator of a simple condition, compiled for the component it looks at and the value it compares with. */
export type ConditionOperator = (compared: unknown, component: FormComponent | undefined) => Test;

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** A list passes where any of its items does. */
const anyOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) ? value.some(test) : test(value);

const equals: ConditionOperator = (compared, component) => {
  const parsed = typeof compared === 'string' ? parse(compared) : compared;
  return (value) => {
    if (component?.type === 'selectboxes' && isPlainObject(value)) {
      return Object.hasOwn(value, String(compared)) ? Boolean(value[String(compared)]) : false;
    }
    const isOther = (value || value === false) && compared && typeof value !== typeof compared;
    return isEqual(value, isOther && typeof compared === 'string' ? parsed : compared);
  };
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const comparesDates =
  (holds: (time: number, bound: number) => boolean): ConditionOperator =>
  (compared) => {
    const bound = timeOf(compared);
    return anyOf((value) => Boolean(value) && holds(timeOf(value), bound));
  };

/** Milliseconds of a date; `NaN`, which no comparison holds for, where it is none. */
const timeOf = (value: unknown): number =>
  typeof value === 'string' || typeof value === 'number' ? dayjs(value).valueOf() : Number.NaN;

const contains =
  (part: unknown): Test =>
  (whole) => {
    if (typeof whole === 'string') return whole.includes(String(part));
    const entries: unknown[] = Array.isArray(whole)
      ? whole
      : isPlainObject(whole)
        ? Object.values(whole)
        : [];
    return entries.includes(part);
  };

const asText = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

const not =
  (operator: ConditionOperator): ConditionOperator =>
  (compared, component) => {
    const test = operator(compared, component);
    return (value) => !test(value);
  };

const perItem =
  (operator: ConditionOperator): ConditionOperator =>
  (compared, component) =>
    anyOf(operator(compared, component));

/** Every operator that a simple condition may name. */
export const CONDITION_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  isEqual: perItem(equals),
  isNotEqual: perItem(not(equals)),
  isEmpty: (_compared, component) => emptinessOf(component),
  isNotEmpty: not((_compared, component) => emptinessOf(component)),
  lessThan: (bound) => anyOf((value) => isNumber(value) && value < (bound as number)),
  greaterThan: (bound) => anyOf((value) => isNumber(value) && value > (bound as number)),
  lessThanOrEqual: (bound) =>
    anyOf((value) => isNumber(value) && (value < (bound as number) || isEqual(value, bound))),
  greaterThanOrEqual: (bound) =>
    anyOf((value) => isNumber(value) && (value > (bound as number) || isEqual(value, bound))),
  includes: (part) => anyOf(contains(part)),
  notIncludes: (part) => anyOf((value) => !contains(part)(value)),
  startsWith: (start) => anyOf((value) => asText(value).startsWith(String(start))),
  endsWith: (end) => anyOf((value) => asText(value).endsWith(String(end))),
  dateGreaterThan: comparesDates((time, bound) => time > bound),
  dateGreaterThanOrEqual: comparesDates((time, bound) => time >= bound),
  dateLessThan: comparesDates((time, bound) => time < bound),
  dateLessThanOrEqual: comparesDates((time, bound) => time <= bound),
  isDateEqual: comparesDates((time, bound) => time === bound),
  isNotDateEqual: (compared) => {
    const bound = timeOf(compared);
    return anyOf((value) => !value || timeOf(value) !== bound);
  },
};
