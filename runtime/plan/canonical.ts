/**
 * Canonical JSON after RFC 8785 (JCS): keys in the order of their UTF-16 code units, no white space, numbers and
 * strings as ECMAScript writes them. Two values that are equal as JSON give the same text.
 * Throws TypeError on what JSON cannot hold (undefined, functions, NaN, Infinity, lone surrogates).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${canonicalString(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  throw new TypeError(`A ${typeof value} has no place in canonical JSON.`);
}

/** BPMN text as it counts: LF line ends, no byte order mark, no white space after the last element. */
export function canonicalText(text: string): string {
  return `${text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd()}\n`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no place in canonical JSON.`);
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('A lone surrogate has no place in canonical JSON.');
  return JSON.stringify(value);
}

/** By shape, not by identity: an object from another realm (a frame, a worker's clone) is as plain. */
function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
