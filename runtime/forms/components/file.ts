import type { ComponentType } from '../component-type.ts';
import { isPlainObject } from '../definition.ts';

/** Uploaded files: always a list of descriptions, one a file, also where only one file is allowed. */
export const file: ComponentType = {
  type: 'file',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true, nestedLists: true }),
  expects: (component) => ({
    name: 'files',
    accepts: component.multiple === true ? isFile : (value) => Array.isArray(value) && value.every(isFile),
  }),
};

function isFile(value: unknown): boolean {
  return (
    isPlainObject(value) &&
    typeof value.name === 'string' &&
    (value.size === undefined || (typeof value.size === 'number' && value.size >= 0)) &&
    (value.type === undefined || typeof value.type === 'string')
  );
}
