/** What a rule can be built of without writing JSONLogic. */
export type RuleScalar = string | number | boolean | null;

export const comparisons = ['>=', '<=', '>', '<', '==', '!='] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * A figure or value that is looked at: a field itself, the sum of a list, or how many of a list meet a threshold.
 */
export type RuleOperand =
  | { readonly of: 'field'; readonly field: string }
  | { readonly of: 'sum'; readonly field: string }
  | {
      readonly of: 'count';
      readonly field: string;
      readonly test: Comparison;
      readonly threshold: RuleScalar;
    };

export type RuleCondition =
  | {
      readonly is: 'compare';
      readonly operand: RuleOperand;
      readonly test: Comparison;
      readonly value: RuleScalar;
    }
  | {
      /** Each, at least one, or none of a list. */
      readonly is: 'all' | 'some' | 'none';
      readonly field: string;
      readonly test: Comparison;
      readonly value: RuleScalar;
    }
  | { readonly is: 'and' | 'or'; readonly parts: readonly RuleCondition[] }
  | { readonly is: 'not'; readonly part: RuleCondition };

/** The answer of a rule: whether a condition holds, or the value of the first case that does. */
export type PlanRuleModel =
  | { readonly answers: 'condition'; readonly condition: RuleCondition }
  | {
      readonly answers: 'value';
      readonly cases: readonly { readonly when: RuleCondition; readonly value: RuleScalar }[];
      readonly otherwise: RuleScalar;
    };

export const freshCondition: RuleCondition = {
  is: 'compare',
  operand: { of: 'field', field: 'count' },
  test: '>=',
  value: 1,
};
