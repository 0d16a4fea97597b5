import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** A value without a field of its own; it may be any JSON. */
export const hidden: ComponentType = {
  type: 'hidden',
  kind: 'value',
  expects: () => expectations.anything,
  multiplicity: (component) => ({ exempt: component.multiple !== true, nestedLists: true }),
};
