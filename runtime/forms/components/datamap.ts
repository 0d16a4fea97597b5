import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** Pairs of a name and a value that the person adds freely. */
export const datamap: ComponentType = {
  type: 'datamap',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true }),
  expects: () => expectations.scalarsByName,
  opaqueToRequired: true,
};
