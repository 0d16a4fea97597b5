/** Bounds of one expression. They are far above what a plan needs and far below what hurts. */
export const EXPRESSION_LIMITS = {
  /** characters of an expression or template */
  sourceLength: 4_000,
  /** nested parentheses, brackets, prefixes and conditionals */
  depth: 60,
  /** nodes of the syntax tree */
  nodes: 1_000,
  /** units of work of one evaluation: nodes visited, values compared */
  budget: 20_000,
  /** characters of a text result */
  textLength: 200_000,
  /** compiled expressions kept in memory */
  cacheEntries: 2_000,
} as const;
