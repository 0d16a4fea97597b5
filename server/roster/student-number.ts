/**
 * 学籍号, 19 characters: `G` + the 18 characters of an ID number; `J` + 6 region + 8 birth date + 3 sequence + 1 check
 * (no ID number); `L` + 6 region + 8 birth date + 4 random (temporary). G and J end in an ISO 7064 MOD 11-2 check
 * character over the 17 digits before it; L has none. An L number becomes a G number later, so it is never a key.
 *
 * Class C4: a G number *is* an ID number. It is stored encrypted and hashed, and shown masked only.
 */
const shape = /^(?:[GJ]\d{17}[\dX]|L\d{18})$/;

/** What the number is encrypted and hashed under (`FieldCipher`). */
export const studentNumberField = 'student.student_no';
export const birthDateField = 'student.birth_date';

export type StudentNumberProblem =
  | 'student-number-shape'
  | 'student-number-date'
  | 'student-number-check-character';

/** ISO 7064 MOD 11-2 check character (`0`-`9` or `X`) of a string of digits. */
export function checkCharacter(digits: string): string {
  let product = 0;
  for (const digit of digits) product = ((product + Number(digit)) * 2) % 11;
  const value = (12 - product) % 11;
  return value === 10 ? 'X' : String(value);
}

/** Why the text is no 学籍号, or null: it is one. Letters must be capitals. */
export function studentNumberProblem(text: string): StudentNumberProblem | null {
  if (!shape.test(text)) return 'student-number-shape';
  if (birthDateIn(text) === null) return 'student-number-date';
  if (!text.startsWith('L') && checkCharacter(text.slice(1, 18)) !== text.slice(18))
    return 'student-number-check-character';
  return null;
}

/** The birth date that all three kinds hold at the same place, `YYYY-MM-DD`; null when that is no date. */
export function birthDateIn(studentNumber: string): string | null {
  const digits = studentNumber.slice(7, 15);
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return isCalendarDate(date) ? date : null;
}

/** True for a day that exists, `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Kind, region and the last two characters; never the birth date or the sequence. */
export function maskStudentNumber(studentNumber: string): string {
  return `${studentNumber.slice(0, 7)}********${studentNumber.slice(-2)}`;
}
