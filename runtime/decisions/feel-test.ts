import type { Variables } from '../expressions/expression.ts';

/** Checked FEEL unary tests: whether a value passes. */
export type FeelTest = (value: unknown, variables: Variables) => boolean;
