import { RE2JS } from 're2js';
import { DecisionError } from './decision-error.ts';
import { DECISION_LIMITS } from './limits.ts';

/**
 * FEEL's functions on regular expressions (DMN 1.3, 10.3.4.3) in linear time. They take the place of the
 * library's own, which run on JavaScript's backtracking expressions.
 */
export const REGULAR_EXPRESSIONS = {
  matches: (input: unknown, pattern: unknown, flags: unknown) =>
    typeof input === 'string' && typeof pattern === 'string' ? compile(pattern, flags).test(input) : null,
  replace: (input: unknown, pattern: unknown, replacement: unknown, flags: unknown) =>
    typeof input === 'string' && typeof pattern === 'string' && typeof replacement === 'string'
      ? compile(pattern, flags).matcher(input).replaceAll(replacement)
      : null,
  split: (input: unknown, delimiter: unknown) =>
    typeof input === 'string' && typeof delimiter === 'string' ? splitAll(input, compile(delimiter)) : null,
};

function compile(pattern: string, flags: unknown = ''): RE2JS {
  if (pattern.length > DECISION_LIMITS.patternLength)
    throw new DecisionError(
      `A regular expression is longer than ${DECISION_LIMITS.patternLength} characters`,
    );
  try {
    return RE2JS.compile(pattern, flagsOf(typeof flags === 'string' ? flags : ''));
  } catch {
    throw new DecisionError(
      `The regular expression "${pattern}" cannot be used; leave out look-around and back references`,
    );
  }
}

function flagsOf(flags: string): number {
  const bits: Readonly<Record<string, number>> = {
    i: RE2JS.CASE_INSENSITIVE,
    m: RE2JS.MULTILINE,
    s: RE2JS.DOTALL,
  };
  return [...flags].reduce((all, flag) => all | (bits[flag] ?? 0), 0);
}

function splitAll(input: string, delimiter: RE2JS): string[] {
  const parts: string[] = [];
  const matcher = delimiter.matcher(input);
  let from = 0;
  while (matcher.find()) {
    parts.push(input.slice(from, matcher.start()));
    from = matcher.end();
  }
  return [...parts, input.slice(from)];
}
