import type { RuledValue } from '@oneplan/runtime/plan/entries/ruled-value.ts';
import { freshCondition } from './rule-model.ts';
import { writeRule } from './write-rule.ts';

/** A rule to begin with: one threshold, an example on either side of it. */
export const freshRule: RuledValue = {
  logic: writeRule({ answers: 'condition', condition: freshCondition }),
  vectors: [
    { given: { count: 1 }, expected: true },
    { given: { count: 0 }, expected: false },
  ],
};
