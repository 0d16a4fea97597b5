/** Names through which a path could leave the data for the language's own objects. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The value at a dotted path, by own properties only. Anything else (a missing step, an inherited or forbidden
 * name, a function) gives `undefined`.
 */
export function ownValueAt(data: unknown, steps: readonly string[]): unknown {
  let value = data;
  for (const step of steps) {
    if (value === null || value === undefined || FORBIDDEN_NAMES.has(step)) return undefined;
    if (!Object.hasOwn(Object(value), step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return typeof value === 'function' ? undefined : value;
}

/** JSONLogic's own idea of truth: as in JavaScript, but an empty array is false. */
export function truthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
