import type { CrashFigures } from './crash-run.ts';

/** Smallest, median, 95th percentile and longest of times in milliseconds. */
export interface Distribution {
  readonly shortest: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

export function distributionOf(times: readonly number[]): Distribution {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { shortest: at(0), median: at(0.5), p95: at(0.95), longest: at(1) };
}

/** How many findings there are of any kind. */
export const wrongOf = ({ wrong }: CrashFigures): number =>
  wrong.inconsistent.length + wrong.surprises.length + wrong.serverErrors.length + wrong.outcomes.length;

/** One line for people. */
export function describeFigures(title: string, figures: CrashFigures): string {
  const { median, longest } = distributionOf([...figures.serverRecoveries, ...figures.databaseRecoveries]);
  return (
    `${title}: ${figures.serverKills} kills of the server and ${figures.databaseKills} of the database, ` +
    `${figures.submissions} submissions and ${figures.completions} completions acknowledged, ` +
    `${figures.unknownOutcomes} outcomes unknown at first, ${figures.interrupted} pieces of work interrupted, ${wrongOf(figures)} wrong; ` +
    `restart to first good answer: median ${median} ms, longest ${longest} ms`
  );
}
