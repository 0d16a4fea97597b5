import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** A number; numeric text becomes a number. */
export const number: ComponentType = {
  type: 'number',
  kind: 'value',
  numeric: true,
  multiplicity: () => ({ listIsValue: true }),
  expects: () => expectations.numeric,
  normalise: (component) => (value) =>
    component.multiple === true && Array.isArray(value) ? value.map(toNumber) : toNumber(value),
};

function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return expectations.numeric.accepts(value) ? Number(value) : undefined;
}
