import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** A drawn signature as a data URL. */
export const signature: ComponentType = {
  type: 'signature',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true }),
  expects: () => expectations.text,
};
