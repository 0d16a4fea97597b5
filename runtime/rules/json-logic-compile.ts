import { ownValueAt, truthy } from './json-logic-data.ts';
import type { Meter } from './json-logic-meter.ts';
import { OPERATORS } from './json-logic-operators.ts';

export type Evaluate = (data: unknown, meter: Meter) => unknown;
type Special = (args: readonly Evaluate[], raw: readonly unknown[]) => Evaluate;

const nothing: Evaluate = () => undefined;

/** A rule is an object with exactly one key; everything else is a constant. */
export function isRule(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 1
  );
}

/** Operators that decide themselves which of their arguments are evaluated, and over what. */
const SPECIAL: Readonly<Record<string, Special>> = {
  if: branches,
  '?:': branches,
  and: (args) => firstThat((value) => !truthy(value), args),
  or: (args) => firstThat(truthy, args),
  var: variable,
  map: (args) => overItems(args, [], (items, each, meter) => items.map((item) => each(item, meter))),
  filter: (args) =>
    overItems(args, [], (items, each, meter) => items.filter((item) => truthy(each(item, meter)))),
  all: (args) =>
    overItems(
      args,
      false,
      (items, each, meter) => items.length > 0 && items.every((item) => truthy(each(item, meter))),
    ),
  none: (args) =>
    overItems(args, true, (items, each, meter) => !items.some((item) => truthy(each(item, meter)))),
  some: (args) =>
    overItems(args, false, (items, each, meter) => items.some((item) => truthy(each(item, meter)))),
  reduce: fold,
};

/** The names of every operator that a rule may use. */
export const OPERATOR_NAMES: ReadonlySet<string> = new Set([
  ...Object.keys(SPECIAL),
  ...Object.keys(OPERATORS),
]);

/** Compiles a checked rule; see `compileJsonLogic` for the public door. */
export function compileNode(rule: unknown): Evaluate {
  if (Array.isArray(rule)) {
    const items = rule.map(compileNode);
    return (data, meter) => {
      meter.spend(items.length);
      return items.map((item) => item(data, meter));
    };
  }
  if (!isRule(rule)) return () => rule;
  const [[name, operand] = ['', undefined]] = Object.entries(rule);
  const raw: unknown[] = Array.isArray(operand) ? operand : [operand];
  const args = raw.map(compileNode);
  const special = Object.hasOwn(SPECIAL, name) ? SPECIAL[name] : undefined;
  if (special) return special(args, raw);
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (!operator) throw new Error(`Unknown operator "${name}"`);
  return (data, meter) => {
    meter.spend(1);
    return operator(
      args.map((arg) => arg(data, meter)),
      data,
      meter,
    );
  };
}

function branches(args: readonly Evaluate[]): Evaluate {
  const last = args.length % 2 === 1 ? args[args.length - 1] : undefined;
  return (data, meter) => {
    meter.spend(1);
    for (let i = 0; i + 1 < args.length; i += 2) {
      if (truthy((args[i] ?? nothing)(data, meter))) return (args[i + 1] ?? nothing)(data, meter);
    }
    return last ? last(data, meter) : null;
  };
}

function firstThat(stop: (value: unknown) => boolean, args: readonly Evaluate[]): Evaluate {
  return (data, meter) => {
    meter.spend(1);
    let current: unknown;
    for (const arg of args) {
      current = arg(data, meter);
      if (stop(current)) return current;
    }
    return current;
  };
}

function variable(args: readonly Evaluate[], raw: readonly unknown[]): Evaluate {
  const fallback = args[1] ?? nothing;
  const name = raw[0];
  if (typeof name === 'string' || typeof name === 'number') {
    const steps = name === '' ? [] : String(name).split('.');
    return (data, meter) => {
      meter.spend(1);
      return steps.length === 0
        ? data
        : (ownValueAt(data, steps) ?? orElse(data, steps, fallback(data, meter)));
    };
  }
  const computed = args[0] ?? nothing;
  return (data, meter) => {
    const path = computed(data, meter);
    meter.spend(1);
    if (path === undefined || path === null || path === '') return data;
    const steps = String(path).split('.');
    return ownValueAt(data, steps) ?? orElse(data, steps, fallback(data, meter));
  };
}

/** A stored `null` stands; only what is not there at all takes the fallback. */
function orElse(data: unknown, steps: readonly string[], fallback: unknown): unknown {
  if (fallback === undefined || fallback === null) return null;
  return ownValueAt(data, steps) === null ? null : fallback;
}

function overItems<T>(
  args: readonly Evaluate[],
  otherwise: T,
  run: (items: readonly unknown[], each: Evaluate, meter: Meter) => T,
): Evaluate {
  const list = args[0] ?? nothing;
  const each = args[1] ?? nothing;
  return (data, meter) => {
    const items = list(data, meter);
    if (!Array.isArray(items)) return otherwise;
    meter.spend(1 + items.length);
    return run(items, each, meter);
  };
}

function fold(args: readonly Evaluate[]): Evaluate {
  const list = args[0] ?? nothing;
  const each = args[1] ?? nothing;
  const start = args[2] ?? (() => null);
  return (data, meter) => {
    const items = list(data, meter);
    const initial = start(data, meter);
    if (!Array.isArray(items)) return initial;
    meter.spend(1 + items.length);
    return items.reduce<unknown>((accumulator, current) => each({ current, accumulator }, meter), initial);
  };
}
