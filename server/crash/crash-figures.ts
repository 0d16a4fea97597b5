import type { SoFar } from './so-far.ts';

/** What came of a crash run. */
export interface CrashFigures {
  /** False: it was told to stop before its end; what was done until then is judged. */
  readonly whole: boolean;
  /** Work that was not done when it was judged; then only what can be said in the middle is said. */
  readonly left: number;
  readonly submissions: number;
  readonly completions: number;
  /** That the stories are made of: each must be acknowledged once. */
  readonly commands: number;
  readonly serverKills: number;
  readonly databaseKills: number;
  readonly unknownOutcomes: number;
  /** External tasks, timers and messages that somebody had taken when a server or the database was killed. */
  readonly interrupted: number;
  /** Milliseconds from each restart to the first good answer. */
  readonly serverRecoveries: readonly number[];
  readonly databaseRecoveries: readonly number[];
  /** Of these: until the database itself answered. */
  readonly databaseOwnRecoveries: readonly number[];
  /** Each of these must be empty. */
  readonly wrong: SoFar & {
    /** Rows that disagreed with the state of their instance at some moment. */
    readonly inconsistent: readonly string[];
    /** Answers that people should never see, or that were not the same when they asked again. */
    readonly surprises: readonly string[];
    readonly serverErrors: readonly string[];
  };
}

/** Sorts findings of the end into what was lost, doubled, or left behind. */
export function kindsOf(outcomes: readonly string[]): SoFar {
  const lost = outcomes.filter((line) => line.startsWith('missing'));
  const doubled = outcomes.filter((line) => line.startsWith('too many'));
  const stuck = outcomes.filter((line) => !lost.includes(line) && !doubled.includes(line));
  return { lost, doubled, stuck };
}

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
  Object.values(wrong).reduce((sum, found) => sum + found.length, 0);

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

/** Rows of the table of docs/reliability.md. */
export function rowsOf(figures: CrashFigures): readonly (readonly [string, string])[] {
  const times = (recoveries: readonly number[]) => {
    const { shortest, median, p95, longest } = distributionOf(recoveries);
    return `${shortest} / ${median} / ${p95} / ${longest}`;
  };
  const { lost, doubled, stuck, inconsistent, surprises, serverErrors } = figures.wrong;
  return [
    ['kills of the server, of MariaDB', `${figures.serverKills}, ${figures.databaseKills}`],
    ['submissions, completions acknowledged', `${figures.submissions}, ${figures.completions}`],
    ['outcomes unknown at first', `${figures.unknownOutcomes}`],
    ['pieces of work interrupted', `${figures.interrupted}`],
    [
      'lost, doubled, left behind, rows that disagree, wrong answers',
      [lost, doubled, stuck, inconsistent, [...surprises, ...serverErrors]]
        .map(({ length }) => length)
        .join(', '),
    ],
    [
      'server: restart to first good answer, ms (shortest / median / 95 % / longest)',
      times(figures.serverRecoveries),
    ],
    ['MariaDB: restart to good answers of all servers, ms', times(figures.databaseRecoveries)],
    ['of these MariaDB itself, ms', times(figures.databaseOwnRecoveries)],
  ];
}
