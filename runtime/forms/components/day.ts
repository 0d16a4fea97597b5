import type { ComponentType } from '../component-type.ts';
import { dayFieldsOf, normaliseDay } from '../day-value.ts';
import * as expectations from '../expectations.ts';

/** A day as `MM/DD/YYYY` (or `DD/MM/YYYY`), with parts that may be left out. */
export const day: ComponentType = {
  type: 'day',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true }),
  expects: () => expectations.text,
  normalise: (component) => {
    const fields = dayFieldsOf(component);
    return (value) => (typeof value === 'string' ? normaliseDay(fields, value) : value);
  },
};
