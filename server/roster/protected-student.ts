import type { FieldCipher } from '../identity/field-cipher.ts';
import type { StudentRow } from '../persistence/tables.ts';
import { birthDateField, maskStudentNumber, studentNumberField } from './student-number.ts';

/** The columns of a pupil that hold C3 and C4 data, as they are stored. */
export function protectedStudent(
  cipher: FieldCipher,
  studentNo: string,
  birthDate: string,
): Pick<StudentRow, 'studentNoEncrypted' | 'studentNoHash' | 'studentNoMasked' | 'birthDateEncrypted'> {
  return {
    studentNoEncrypted: cipher.encrypt(studentNumberField, studentNo),
    studentNoHash: cipher.hash(studentNumberField, studentNo),
    studentNoMasked: maskStudentNumber(studentNo),
    birthDateEncrypted: cipher.encrypt(birthDateField, birthDate),
  };
}
