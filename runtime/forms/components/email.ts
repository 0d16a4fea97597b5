import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** An e-mail address; stored trimmed and in lower case. */
export const email: ComponentType = {
  type: 'email',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true }),
  expects: () => expectations.text,
  normalise: () => (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
};
