import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** An amount of money; numeric text becomes a number. */
export const currency: ComponentType = {
  type: 'currency',
  kind: 'value',
  numeric: true,
  multiplicity: () => ({ listIsValue: true }),
  expects: () => expectations.numeric,
  normalise: () => (value) => (Array.isArray(value) ? value.map(toAmount) : toAmount(value)),
};

const toAmount = (value: unknown): unknown =>
  typeof value === 'string' && expectations.numeric.accepts(value) ? Number(value) : value;
