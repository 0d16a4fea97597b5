import type { ComponentType } from '../component-type.ts';
import { isPlainObject } from '../definition.ts';
import * as expectations from '../expectations.ts';

/** A postal address. With manual entry allowed it is stored as `{ mode, address }`. */
export const address: ComponentType = {
  type: 'address',
  kind: 'value',
  opaqueToRequired: true,
  multiplicity: (component) => ({ exempt: component.multiple !== true }),
  expects: () => expectations.object,
  normalise: (component) =>
    component.enableManualMode === true && component.multiple !== true
      ? (value) => (isPlainObject(value) && !value.mode ? { mode: 'autocomplete', address: value } : value)
      : undefined,
};
