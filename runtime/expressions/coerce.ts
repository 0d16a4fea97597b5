/**
 * The type conversions of JUEL 2.2 (EL 2.2, section 1.18), which Camunda 7 applies.
 * A JavaScript number with no fraction stands for Java's Long, any other for Double.
 * A conversion that EL refuses throws CoercionFailure; the evaluator adds the position.
 */
export class CoercionFailure extends Error {}

/** null and "" are false, text is true when it spells "true"; anything else is refused. */
export function toBoolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null || value === '') return false;
  if (typeof value === 'string') return value.toLowerCase() === 'true';
  throw new CoercionFailure(`${describe(value)} is not true or false`);
}

/** null and "" are 0, text is read as a number; true, false, lists and objects are refused. */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value === null || value === '') return 0;
  if (typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value))
    return finite(Number(value));
  throw new CoercionFailure(`${describe(value)} is not a number`);
}

/** null is empty text; lists and objects have no text form that both engines share and are refused. */
export function toText(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new CoercionFailure(`${describe(value)} cannot be written as text`);
}

/** EL's `empty`: null, "" and collections without members. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isPlainObject(value) && Object.keys(value).length === 0;
}

/** Refuses the results that JSON cannot hold and integers that are no longer exact. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new CoercionFailure('The result is not a finite number');
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new CoercionFailure('The result is too large to be exact');
  return value === 0 ? 0 : value;
}

/** An object as JSON makes it; instances of classes, Maps and functions are not. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Names the kind of a value, and the value itself where that is short and harmless. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return value.length > 40 ? 'a text' : JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  return isPlainObject(value) ? 'an object' : 'a value of an unsupported kind';
}
