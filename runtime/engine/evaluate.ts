import { compileTemplate, type Variables } from '../expressions/expression.ts';
import { ExpressionError } from '../expressions/expression-error.ts';
import { addDuration, parseDuration, parseInstant } from '../model/iso8601.ts';
import type { AddPeriod } from '../model/repetition.ts';
import { EngineError } from './engine-error.ts';

/** Where a source stands: names it in errors. */
export interface Origin {
  readonly elementId: string;
  readonly attribute: string;
}

/** The value of a text that may hold `${…}`. Throws EngineError EXPRESSION naming element and attribute. */
export function evaluate(source: string, variables: Variables, origin: Origin): unknown {
  try {
    return compileTemplate(source).evaluate(variables);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw failed(origin, error.message, error);
  }
}

/** Text, or undefined for null and "". */
export function evaluateText(source: string, variables: Variables, origin: Origin): string | undefined {
  return asText(evaluate(source, variables, origin), origin);
}

/** A condition has to be true or false; Camunda 7 refuses anything else as well. */
export function evaluateCondition(source: string, variables: Variables, origin: Origin): boolean {
  const value = evaluate(source, variables, origin);
  if (typeof value === 'boolean') return value;
  throw failed(origin, `the condition "${source}" gives ${kindOf(value)} instead of true or false`);
}

/** A whole number, written as such or as text. */
export function evaluateInteger(source: string, variables: Variables, origin: Origin): number {
  const value = evaluate(source, variables, origin);
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw failed(origin, `"${source}" gives ${kindOf(value)} instead of a whole number`);
}

/** Members of a list: each source gives one, several separated by commas, or a list of them; none twice. */
export function evaluateList(
  sources: readonly string[],
  variables: Variables,
  origin: Origin,
): readonly string[] {
  const members = new Set<string>();
  for (const source of sources) {
    const value = evaluate(source, variables, origin);
    const found: readonly unknown[] = Array.isArray(value) ? value : (asText(value, origin) ?? '').split(',');
    for (const member of found) {
      const text = asText(member, origin)?.trim();
      if (text) members.add(text);
    }
  }
  return [...members];
}

/** A point in time (ms since 1970): a duration counted from `now`, or a date with its zone; undefined for null and "". */
export function evaluateDue(
  source: string,
  variables: Variables,
  now: number,
  origin: Origin,
  add: AddPeriod = addDuration,
): number | undefined {
  const text = evaluateText(source, variables, origin)?.trim();
  if (!text) return undefined;
  const duration = parseDuration(text);
  const due = duration === undefined ? parseInstant(text) : add(now, duration);
  if (due !== undefined && Number.isSafeInteger(due)) return due;
  throw failed(
    origin,
    `"${text}" is neither an ISO 8601 duration (P7D) nor a date with its zone (2026-09-01T08:00:00+08:00)`,
  );
}

function asText(value: unknown, origin: Origin): string | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw failed(origin, `the value is ${kindOf(value)} instead of text`);
}

export function failed(origin: Origin, reason: string, cause?: unknown): EngineError {
  const message = `${origin.attribute} of "${origin.elementId}" cannot be evaluated: ${reason}`;
  return new EngineError('EXPRESSION', message, origin.elementId, { cause });
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `${typeof value} ${JSON.stringify(value)}`;
}
