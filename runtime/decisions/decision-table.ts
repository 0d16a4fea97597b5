import type { FeelExpression } from './feel.ts';
import type { FeelTest } from './feel-test.ts';

/** A decision table whose cells are compiled (DMN 1.3, chapter 8). */
export interface DecisionTable {
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly TableRule[];
  readonly hitPolicy: HitPolicyName;
  readonly aggregator?: Aggregator;
}

export interface TableInput {
  readonly label: string;
  /** absent: the value is null */
  readonly expression?: FeelExpression;
  readonly type?: string;
  /** name by which a cell may read the value, beside `?` */
  readonly variable: string;
}

export interface TableOutput {
  /** "" when the only output has no name */
  readonly name: string;
  readonly type?: string;
  /** allowed values, the most important first; priorities need them */
  readonly values: readonly unknown[];
}

export interface TableRule {
  /** absent: everything passes */
  readonly tests: readonly (FeelTest | undefined)[];
  /** absent: the rule gives no value for that output */
  readonly results: readonly (FeelExpression | undefined)[];
}

export const HIT_POLICIES = [
  'UNIQUE',
  'FIRST',
  'ANY',
  'COLLECT',
  'RULE ORDER',
  'PRIORITY',
  'OUTPUT ORDER',
] as const;
export type HitPolicyName = (typeof HIT_POLICIES)[number];

export const AGGREGATORS = ['SUM', 'MIN', 'MAX', 'COUNT'] as const;
export type Aggregator = (typeof AGGREGATORS)[number];

/** Outputs of one rule by name. */
export type Hit = Readonly<Record<string, unknown>>;
