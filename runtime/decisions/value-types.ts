import { dateAndTime, type FeelDateTime } from 'feelin';
import { DecisionError } from './decision-error.ts';

/** typeRef values that Camunda 7 converts; any other leaves a value as it is. */
type Convert = (value: unknown) => unknown;

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

const CONVERTERS: ReadonlyMap<string, Convert> = new Map<string, Convert>([
  ['string', (value) => (typeof value === 'object' ? undefined : String(value))],
  ['boolean', (value) => (typeof value === 'boolean' ? value : booleanOf(value))],
  ['integer', wholeNumber],
  ['long', wholeNumber],
  ['double', numberOf],
  ['date', dateOf],
]);

/**
 * Converts a value to the type of an input or output, as Camunda 7 does: null stays null, text is read as a
 * number, a number with a fraction is no integer, a date is text such as 2026-09-01T08:00:00. Throws
 * DecisionError when it cannot.
 */
export function convert(value: unknown, type: string | undefined, where: string): unknown {
  const converter = type === undefined ? undefined : CONVERTERS.get(type);
  if (value === null || value === undefined) return null;
  const converted = converter === undefined ? value : converter(value);
  if (converted !== undefined) return converted;
  throw new DecisionError(`The value ${JSON.stringify(value)} of ${where} is not of type ${type}`);
}

/** A result as JSON holds it: dates become text, whatever JSON cannot hold is refused. */
export function toJson(value: unknown, where: string): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((member) => toJson(member, where));
  if (typeof value === 'object' && value !== undefined) {
    if ('iso' in value) return String(value);
    if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toJson(member, where)]));
  }
  throw new DecisionError(`${where} gives a value that a variable cannot hold`);
}

function booleanOf(value: unknown): boolean | undefined {
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value)
    ? Number(value)
    : undefined;
}

function wholeNumber(value: unknown): number | undefined {
  const number = numberOf(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

function dateOf(value: unknown): FeelDateTime | undefined {
  if (typeof value === 'string')
    return LOCAL_TIME.test(value) ? (dateAndTime(value) ?? undefined) : undefined;
  return isDateTime(value) ? value : undefined;
}

function isDateTime(value: unknown): value is FeelDateTime {
  return typeof value === 'object' && value !== null && 'iso' in value && String(value).includes('T');
}
