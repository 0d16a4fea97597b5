import type { Variables } from '../expressions/expression.ts';

/**
 * A decision that was checked and compiled when its plan was published (DMN 1.3). Pure; gives one record of
 * outputs for each rule that its hit policy lets through, in the order of the hit policy.
 */
export interface Decision {
  readonly key: string;
  /** Throws when an input has a type that the decision cannot compare, or the hit policy is broken. */
  evaluate(variables: Variables): readonly Readonly<Record<string, unknown>>[];
}
