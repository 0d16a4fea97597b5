import type { ComponentType } from '../component-type.ts';
import { type FormComponent, isPlainObject } from '../definition.ts';
import * as expectations from '../expectations.ts';
import { optionsOf } from '../options.ts';
import { storedAs } from './stored-as.ts';

/** A choice from a list. `dataType` says how the chosen value is stored; without it, text that reads as a number or flag becomes one. */
export const select: ComponentType = {
  type: 'select',
  kind: 'value',
  multiplicity: () => ({ exempt: true }),
  expects: (component) => (offersObjects(component) ? expectations.choice : expectations.scalarOrEmpty),
  normalise: (component) => {
    const store = storedAs(component.dataType);
    const one = (value: unknown): unknown => {
      if (value === null || value === undefined) return undefined;
      return isPlainObject(value) ? value : store(value);
    };
    return (value) => (component.multiple === true && Array.isArray(value) ? value.map(one) : one(value));
  },
};

/** Objects can be chosen where the options are objects, or where the author says so. */
function offersObjects(component: FormComponent): boolean {
  return component.dataType === 'object' || (optionsOf(component) ?? []).some(isPlainObject);
}
