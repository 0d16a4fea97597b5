/** Bounds of a decision file beyond those of any XML file that is read here. */
export const DECISION_LIMITS = {
  /** characters of one cell or expression */
  feelLength: 2_000,
  /** cells of one table */
  cells: 20_000,
  /** decisions that one decision may require, over any number of levels */
  requiredDepth: 20,
  /** characters of a regular expression in matches(), replace() or split() */
  patternLength: 200,
} as const;
