import type { RosterRule } from './rules.ts';
import { isCalendarDate, studentNumberProblem } from './student-number.ts';

export interface CellProblem {
  readonly rule: RosterRule;
  readonly detail?: string;
}

/** Answers the cell's value in its one stored form, or what is wrong with it. Never called with an empty cell. */
export type CellRule = (text: string) => string | CellProblem;

/** Full-width letters and digits count as what they look like. */
const plain = (text: string) => text.normalize('NFKC').trim();

export function text(maxLength: number): CellRule {
  return (cell) => (cell.length > maxLength ? { rule: 'too-long', detail: String(maxLength) } : cell);
}

export function code(maxLength: number): CellRule {
  const shape = new RegExp(`^[A-Za-z0-9][A-Za-z0-9._-]{0,${maxLength - 1}}$`);
  return (cell) => (shape.test(plain(cell)) ? plain(cell) : { rule: 'code', detail: String(maxLength) });
}

/** `choices`: what may be written, and what it means. A message names a word for each meaning rather than a number. */
export function oneOf(choices: Readonly<Record<string, string>>): CellRule {
  const meanings = new Map(Object.entries(choices));
  const known = [...new Set(meanings.values())].map(
    (meaning) =>
      [...meanings.keys()].find((word) => meanings.get(word) === meaning && !/^\d+$/.test(word)) ?? meaning,
  );
  return (cell) => meanings.get(plain(cell)) ?? { rule: 'choice', detail: known.join(', ') };
}

/** 2026-09-01, 2026/9/1, 2026.9.1, 20260901, 2026年9月1日. */
export const date: CellRule = (cell) => {
  const parts = /^(\d{4})(?:[-/.年]?(\d{2})[-/.月]?(\d{2})日?|[-/.年](\d{1,2})[-/.月](\d{1,2})日?)$/.exec(
    plain(cell),
  );
  if (!parts) return { rule: 'date' };
  const [, year = '', month = parts[4] ?? '', day = parts[5] ?? ''] = parts;
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(value) && value > '1900' && value < '2100' ? value : { rule: 'date' };
};

export const entryCohort: CellRule = (cell) => {
  const year = /^(20\d{2})(?:年|级)?$/.exec(plain(cell))?.[1];
  return year ?? { rule: 'entry-cohort' };
};

export const account: CellRule = (cell) =>
  /^[A-Za-z0-9][A-Za-z0-9._@-]{1,49}$/.test(plain(cell)) &&
  studentNumberProblem(plain(cell)) !== null &&
  !/^\d{15,}[\dXx]?$/.test(plain(cell))
    ? plain(cell)
    : { rule: 'account' };

export const studentNumber: CellRule = (cell) => {
  const number = plain(cell).toUpperCase();
  const problem = studentNumberProblem(number);
  return problem ? { rule: problem } : number;
};

/** A bare number is the class's number in its cohort; anything else is its name as it stands. */
export const className: CellRule = (cell) =>
  /^\d{1,3}$/.test(plain(cell)) ? String(Number(plain(cell))) : text(60)(cell);
