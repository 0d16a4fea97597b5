export interface CohortChoice {
  /** Entry years to choose from, ascending. */
  readonly options: readonly number[];
  /** Those ticked at first. */
  readonly chosen: readonly number[];
}

/** Years of a stage of compulsory schooling that pupils are in at the same time. */
const cohortsAtOnce = 3;

/**
 * Entry cohorts to publish for. Ticked at first: those that the layer's own versions govern now, else those of the
 * layer above, else the two youngest. `today` is an ISO date; a school year begins in September.
 */
export function cohortChoice(own: readonly number[], above: readonly number[], today: string): CohortChoice {
  const [year, month] = today.split('-').map(Number);
  const youngest = (year ?? 0) - ((month ?? 1) >= 9 ? 0 : 1);
  const chosen = own.length > 0 ? own : above.length > 0 ? above : [youngest - 1, youngest];
  const usual = Array.from({ length: cohortsAtOnce }, (_, back) => youngest - back);
  const options = [...new Set([...chosen, ...above, ...usual, youngest + 1])].sort((a, b) => a - b);
  return { options, chosen: [...chosen].sort((a, b) => a - b) };
}
