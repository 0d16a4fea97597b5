import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** A tick box; with `inputType` radio, one of several that share a name and store the chosen value. */
export const checkbox: ComponentType = {
  type: 'checkbox',
  kind: 'value',
  falseIsEmpty: true,
  multiplicity: () => ({ listIsValue: true }),
  expects: (component) => (component.inputType === 'radio' ? expectations.scalar : expectations.boolean),
};
