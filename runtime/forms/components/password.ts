import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** A password: text that is never shown again. */
export const password: ComponentType = {
  type: 'password',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true }),
  expects: () => expectations.text,
};
