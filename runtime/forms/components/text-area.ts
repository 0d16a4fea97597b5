import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** Several lines of text, or any JSON where `as` is `json`. */
export const textArea: ComponentType = {
  type: 'textarea',
  kind: 'value',
  multiplicity: (component) => ({
    exempt: component.as !== 'json' || component.multiple !== true,
    nestedLists: true,
  }),
  expects: (component) => (component.as === 'json' ? expectations.anything : expectations.text),
};
