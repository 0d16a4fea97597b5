import type { FeelTest } from './feel-test.ts';

type Check = (value: unknown) => boolean;

const PIECE =
  /\s*(?:("[^"\\\n]*")|(<=|>=|<|>)?\s*(-?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15}))|([[\](])\s*(-?\d{1,15}(?:\.\d{1,15})?)\s*\.\.\s*(-?\d{1,15}(?:\.\d{1,15})?)\s*([[\])])|(true|false))\s*(?:,|$)/y;
const NOT = /^not\s*\((.*)\)$/s;

/**
 * Unary tests that are made of literals only: most cells of most tables. They are read here, because the
 * library parses a test anew each time. Undefined: not such a test.
 */
export function literalTests(source: string): FeelTest | undefined {
  const text = source.trim();
  const negated = NOT.exec(text)?.[1];
  const checks = checksOf(negated ?? text);
  if (checks === undefined) return undefined;
  return (value) => checks.some((check) => check(value)) === (negated === undefined);
}

function checksOf(text: string): Check[] | undefined {
  const checks: Check[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < text.length) {
    const found = PIECE.exec(text);
    if (found === null) return undefined;
    checks.push(checkOf(found));
  }
  return checks.length === 0 || text.endsWith(',') ? undefined : checks;
}

function checkOf(found: RegExpExecArray): Check {
  const [, quoted, operator, number, opening, low, high, closing, flag] = found;
  if (quoted !== undefined) return equal(quoted.slice(1, -1));
  if (number !== undefined) return compare(operator, Number(number));
  if (flag !== undefined) return equal(flag === 'true');
  const above = compare(opening === '[' ? '>=' : '>', Number(low));
  const below = compare(closing === ']' ? '<=' : '<', Number(high));
  return (value) => above(value) && below(value);
}

/** FEEL: a list passes when it holds the value. */
function equal(expected: string | number | boolean): Check {
  return (value) => value === expected || (Array.isArray(value) && value.includes(expected));
}

function compare(operator: string | undefined, bound: number): Check {
  if (operator === undefined) return equal(bound);
  const holds = (value: number) => {
    if (operator === '<') return value < bound;
    if (operator === '>') return value > bound;
    return operator === '<=' ? value <= bound : value >= bound;
  };
  return (value) => typeof value === 'number' && holds(value);
}
