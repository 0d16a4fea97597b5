import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** A moment as an ISO 8601 text. */
export const datetime: ComponentType = {
  type: 'datetime',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true }),
  expects: () => expectations.text,
};
