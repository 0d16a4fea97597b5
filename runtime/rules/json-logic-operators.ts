import { ownValueAt, truthy } from './json-logic-data.ts';
import type { Meter } from './json-logic-meter.ts';

/** An operator over arguments that are evaluated already. Loose comparison is JSONLogic's defined meaning. */
export type Operator = (args: readonly unknown[], data: unknown, meter: Meter) => unknown;

// JavaScript's own coercions are what the operators are defined by; on plain data they cannot run foreign code.
type Loose = number;
const loose = (value: unknown): Loose => value as Loose;

export const OPERATORS: Readonly<Record<string, Operator>> = {
  // biome-ignore lint/suspicious/noDoubleEquals: the operator is defined as loose equality
  '==': ([a, b]) => a == b,
  '===': ([a, b]) => a === b,
  // biome-ignore lint/suspicious/noDoubleEquals: the operator is defined as loose inequality
  '!=': ([a, b]) => a != b,
  '!==': ([a, b]) => a !== b,
  '>': ([a, b]) => loose(a) > loose(b),
  '>=': ([a, b]) => loose(a) >= loose(b),
  '<': ([a, b, c]) => (c === undefined ? loose(a) < loose(b) : loose(a) < loose(b) && loose(b) < loose(c)),
  '<=': ([a, b, c]) =>
    c === undefined ? loose(a) <= loose(b) : loose(a) <= loose(b) && loose(b) <= loose(c),
  '!': ([a]) => !truthy(a),
  '!!': ([a]) => truthy(a),
  '+': (args) => args.reduce<number>((sum, value) => sum + Number.parseFloat(String(value)), 0),
  '*': product,
  '-': ([a, b]) => (b === undefined ? -loose(a) : loose(a) - loose(b)),
  '/': ([a, b]) => loose(a) / loose(b),
  '%': ([a, b]) => loose(a) % loose(b),
  max: (args) => Math.max(...args.map(loose)),
  min: (args) => Math.min(...args.map(loose)),
  in: ([part, whole], _data, meter) => {
    if (typeof whole === 'string') {
      meter.spend(1 + whole.length / 64);
      return whole.indexOf(part as string) !== -1;
    }
    if (!Array.isArray(whole)) return false;
    meter.spend(whole.length);
    return whole.indexOf(part) !== -1;
  },
  cat: (args, _data, meter) => {
    const text = args.join('');
    meter.spend(text.length / 16);
    return text;
  },
  substr: ([source, start, length]) => substring(String(source), loose(start), loose(length)),
  merge: (args, _data, meter) => {
    const merged = args.flat();
    meter.spend(merged.length);
    return merged;
  },
  missing: (args, data, meter) => missing(Array.isArray(args[0]) ? args[0] : args, data, meter),
  missing_some: ([needed, names], data, meter) => {
    const list = Array.isArray(names) ? names : [names];
    const absent = missing(list, data, meter);
    return list.length - absent.length >= loose(needed) ? [] : absent;
  },
};

function product(args: readonly unknown[]): unknown {
  if (args.length === 0) throw new TypeError('* needs a number');
  return args.reduce((a, b) => Number.parseFloat(String(a)) * Number.parseFloat(String(b)));
}

/** A negative length counts from the end, as JSONLogic defines it. */
function substring(source: string, start: number, length: number): string {
  const from = start < 0 ? Math.max(source.length + Math.trunc(start), 0) : Math.trunc(start) || 0;
  const rest = source.slice(from);
  if (length < 0) return rest.slice(0, Math.max(rest.length + Math.trunc(length), 0));
  return length === undefined ? rest : rest.slice(0, Math.trunc(length) || 0);
}

function missing(names: readonly unknown[], data: unknown, meter: Meter): unknown[] {
  meter.spend(names.length);
  return names.filter((name) => {
    const whole = name === '' || name === null || name === undefined;
    const value = whole ? data : ownValueAt(data, String(name).split('.'));
    return value === undefined || value === null || value === '';
  });
}
