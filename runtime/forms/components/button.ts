import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** A button; a pressed one leaves a flag in the data. */
export const button: ComponentType = {
  type: 'button',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true, nestedLists: true }),
  expects: () => expectations.scalar,
};
