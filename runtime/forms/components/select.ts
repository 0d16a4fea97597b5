import type { ComponentType } from '../component-type.ts';
import { isPlainObject } from '../definition.ts';
import * as expectations from '../expectations.ts';
import { storedAs } from './stored-as.ts';

/** A choice from a list. `dataType` says how the chosen value is stored; without it, text that reads as a number or flag becomes one. */
export const select: ComponentType = {
  type: 'select',
  kind: 'value',
  multiplicity: () => ({ exempt: true }),
  expects: () => expectations.choice,
  normalise: (component) => {
    const store = storedAs(component.dataType);
    const one = (value: unknown): unknown => {
      if (value === null || value === undefined) return undefined;
      return isPlainObject(value) ? value : store(value);
    };
    return (value) => (component.multiple === true && Array.isArray(value) ? value.map(one) : one(value));
  },
};
