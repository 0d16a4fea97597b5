import { CoercionFailure, describe, isPlainObject, toText } from './coerce.ts';
import { isPrototypeName } from './forbidden-names.ts';

/**
 * Reads one step of a path. Only what a plain object or a list holds itself can be read:
 * a missing key, an index outside the list and anything of null is null, as in EL.
 */
export function readProperty(object: unknown, key: unknown): unknown {
  if (object === null || key === null) return null;
  if (Array.isArray(object)) return readIndex(object, key);
  if (!isPlainObject(object)) throw new CoercionFailure(`${describe(object)} has no properties`);
  const name = toText(key);
  if (isPrototypeName(name)) throw new CoercionFailure(`The property "${name}" is not allowed`);
  const descriptor = Object.getOwnPropertyDescriptor(object, name);
  return descriptor !== undefined && 'value' in descriptor ? known(descriptor.value) : null;
}

function readIndex(list: readonly unknown[], key: unknown): unknown {
  const text = toText(key);
  if (!/^\d{1,9}$/.test(text)) throw new CoercionFailure(`${describe(key)} is not a place in a list`);
  const descriptor = Object.getOwnPropertyDescriptor(list, text);
  return descriptor !== undefined && 'value' in descriptor ? known(descriptor.value) : null;
}

/** Lets through what JSON can hold; a function, a Map or any other host object stays unreachable. */
export function known(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    throw new CoercionFailure('A number that is not finite cannot be used');
  }
  if (Array.isArray(value) || isPlainObject(value)) return value;
  throw new CoercionFailure('Only text, numbers, true, false, null, lists and plain objects can be used');
}
