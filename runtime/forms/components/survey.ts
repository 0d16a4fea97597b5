import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** One answer a question, by the name of the question. */
export const survey: ComponentType = {
  type: 'survey',
  kind: 'value',
  expects: () => expectations.scalarsByName,
  multiplicity: () => ({ listIsValue: true, nestedLists: true }),
};
