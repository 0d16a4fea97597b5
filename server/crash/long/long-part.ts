import type { Goal } from '../../bench/report.ts';

/** What one part of `npm run test:crash` has to show. */
export interface LongPart {
  readonly title: string;
  /** A table of docs/reliability.md. */
  readonly rows: readonly (readonly [what: string, howMany: string])[];
  readonly goals: readonly Goal[];
  /** What is wrong, a line each; nothing when all is well. */
  readonly findings: readonly string[];
}

/** Says how a part goes on. */
export type Say = (line: string) => void;

/** Each finding with the kind that it is of. */
export const findingsOf = (wrong: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(wrong).flatMap(([kind, found]) => found.map((each) => `${kind}: ${each}`));

/** The part as Markdown. */
export const markdownOf = ({ title, rows }: LongPart): string =>
  [
    `### ${title}`,
    '',
    '| what | how many |',
    '| --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');

/** A time as it stands in a table. */
export const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(1);
