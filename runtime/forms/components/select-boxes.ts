import type { ComponentType } from '../component-type.ts';
import { isPlainObject } from '../definition.ts';
import { FORBIDDEN_KEYS } from '../submission-intake.ts';

/** Several tick boxes: an object of flags by the name of the choice. A name or a list of names is spread out. */
export const selectBoxes: ComponentType = {
  type: 'selectboxes',
  kind: 'value',
  falseIsEmpty: true,
  multiplicity: () => ({ listIsValue: true, nestedLists: true }),
  expects: () => ({
    name: 'flags',
    accepts: (value) =>
      typeof value === 'string' ||
      (Array.isArray(value) && value.every((name) => typeof name === 'string')) ||
      (isPlainObject(value) && Object.values(value).every((flag) => typeof flag === 'boolean')),
  }),
  normalise: () => (value) => (isPlainObject(value) ? value : flagsOf(value)),
};

function flagsOf(value: unknown): Record<string, boolean> {
  const names: unknown[] = Array.isArray(value) ? value : [value];
  const flags: Record<string, boolean> = {};
  for (const name of names) {
    if (typeof name === 'string' && name !== '' && !FORBIDDEN_KEYS.has(name)) flags[name] = true;
  }
  return flags;
}
