import type { Expectation } from './component-type.ts';
import { isPlainObject } from './definition.ts';

const isScalar = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value));

const isNumeric = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));

export const text: Expectation = { name: 'text', accepts: (value) => typeof value === 'string' };
export const numeric: Expectation = { name: 'number', accepts: isNumeric };
export const boolean: Expectation = { name: 'boolean', accepts: (value) => typeof value === 'boolean' };
export const scalar: Expectation = { name: 'choice', accepts: isScalar };
export const anything: Expectation = { name: 'anything', accepts: () => true };
/** A renderer may send an empty object for no choice at all. */
export const scalarOrEmpty: Expectation = {
  name: 'choice',
  accepts: (value) => isScalar(value) || (isPlainObject(value) && Object.keys(value).length === 0),
};
export const object: Expectation = { name: 'object', accepts: isPlainObject };
export const choice: Expectation = {
  name: 'choice',
  accepts: (value) => isScalar(value) || isPlainObject(value),
};
export const scalarsByName: Expectation = {
  name: 'object',
  accepts: (value) =>
    isPlainObject(value) && Object.values(value).every((entry) => entry === null || isScalar(entry)),
};
