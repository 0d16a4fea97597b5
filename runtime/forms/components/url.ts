import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** A web address as text. */
export const url: ComponentType = {
  type: 'url',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true }),
  expects: () => expectations.text,
};
