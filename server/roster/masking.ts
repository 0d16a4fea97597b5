import { maskStudentNumber, studentNumberProblem } from './student-number.ts';

/**
 * What a report may repeat of a cell. A pupil number is shown masked when it is one and hardly at all when it is not,
 * because a number without its letter is an ID number; telephone numbers lose their middle. The rule holds for every
 * column: people paste into the wrong one.
 */
export function reportable(value: string): string {
  const text = value.normalize('NFKC').slice(0, 60);
  if (studentNumberProblem(text) === null) return maskStudentNumber(text);
  return text
    .replace(/[A-Za-z]?\d(?: ?\d){13,}(?: ?[\dXx])?/g, (number) => `${number.slice(0, 3)}${'*'.repeat(12)}`)
    .replace(/(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)/g, '$1****$2');
}

/** For a cell whose column holds pupil numbers: nothing of a malformed one may tell a birth date. */
export function reportableStudentNumber(value: string): string {
  const text = value.normalize('NFKC');
  if (text === '') return '';
  return studentNumberProblem(text) === null
    ? maskStudentNumber(text)
    : `${text.slice(0, 3)}${'*'.repeat(12)}`;
}
