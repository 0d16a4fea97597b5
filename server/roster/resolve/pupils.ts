import type { OrgUnitRow, StudentRow } from '../../persistence/tables.ts';
import { differences } from '../changes.ts';
import type { KnownStudent } from '../known.ts';
import { ancestorId } from '../org-unit-names.ts';
import { protectedStudent } from '../protected-student.ts';
import type { Outcome } from '../report.ts';
import type { Roster } from '../roster.ts';
import type { RosterRule } from '../rules.ts';
import type { Line } from '../sheet.ts';
import { pupilSheet as sheet } from '../sheets/pupils.ts';
import { birthDateField, birthDateIn } from '../student-number.ts';
import { resolveEnrolment } from './enrolment.ts';

type PupilLine = Line<keyof typeof sheet.columns>;

/** A pupil is known by the keyed hash of the number; one who is enrolled outside the root is not to be had. */
export function resolvePupils(lines: readonly PupilLine[], roster: Roster): void {
  const seen = new Map<string, number>();
  for (const line of lines) {
    const hash = line.values.studentNo && roster.hash(line.values.studentNo);
    const first = seen.get(hash);
    if (line.bad) roster.spoilt.add(hash);
    else if (first !== undefined) roster.refuse(sheet, line, 'studentNo', 'duplicate-row', String(first));
    else {
      seen.set(hash, line.line);
      const outcome = resolvePupil(line, hash, roster);
      if (outcome) roster.report.count('pupils', outcome);
      else roster.spoilt.add(hash);
    }
  }
}

/** Null: the row is wrong and reported. */
function resolvePupil(line: PupilLine, hash: string, roster: Roster): Outcome | null {
  const { studentNo, birthDate } = line.values;
  const refuse = (key: keyof typeof line.values, rule: RosterRule, detail?: string) =>
    roster.refuse(sheet, line, key, rule, detail);
  const classUnit = roster.unitAt(sheet, line, 'classCode', ['class']);
  if (!classUnit) return null;
  if (birthDate !== '' && birthDate !== birthDateIn(studentNo))
    return refuse('birthDate', 'birth-date-differs');
  const student = storedPupil(line, hash, roster);
  if (student === 'refused') return null;
  if (student === 'new') return addPupil(line, classUnit, roster);
  const schoolId = ancestorId(classUnit.path, 2) ?? '';
  const enrolments = roster.enrolments.get(student.id) ?? [];
  if (enrolments.some((one) => one.validTo === null && !roster.isWithin(one.path)))
    return refuse('studentNo', 'enrolled-elsewhere');
  const changed = updatePupil(line, student, classUnit, hash, roster);
  if (changed === null) return null;
  const enrolment = resolveEnrolment(roster, {
    studentId: student.id,
    schoolId,
    classUnit,
    from: line.values.from,
  });
  if ('overlaps' in enrolment) return refuse('from', 'enrolment-overlap', enrolment.overlaps);
  return changed || enrolment.changed ? 'updated' : 'unchanged';
}

/** By the number; or by the former one, when the pupil is to get this number now. */
function storedPupil(line: PupilLine, hash: string, roster: Roster): KnownStudent | 'new' | 'refused' {
  const { formerStudentNo } = line.values;
  const byNumber = roster.students.get(hash);
  const byFormer = formerStudentNo ? roster.students.get(roster.hash(formerStudentNo)) : undefined;
  if (!byFormer || byFormer === byNumber) return byNumber ?? 'new';
  if (!byNumber) return byFormer;
  roster.refuse(sheet, line, 'formerStudentNo', 'student-number-taken');
  return 'refused';
}

function addPupil(line: PupilLine, classUnit: OrgUnitRow, roster: Roster): Outcome | null {
  const { studentNo, name, gender, account, from } = line.values;
  const { ports } = roster;
  if (account && roster.users.has(account)) return roster.refuse(sheet, line, 'account', 'account-taken');
  const user = roster.addUser({ username: account || freshUsername(ports.newId()), name, staffNo: null });
  roster.pupilAccounts.add(user.id);
  const student: StudentRow = {
    id: ports.newId(),
    userId: user.id,
    name,
    gender,
    entryCohort: classUnit.entryCohort ?? 0,
    ...protectedStudent(ports.cipher, studentNo, birthDateIn(studentNo) ?? ''),
  };
  roster.changes.students.push(student);
  roster.students.set(student.studentNoHash, student);
  resolveEnrolment(roster, {
    studentId: student.id,
    schoolId: ancestorId(classUnit.path, 2) ?? '',
    classUnit,
    from,
  });
  return 'created';
}

/** Where the file names none: opaque, because a user name is seen and a pupil number must not be. */
function freshUsername(id: string): string {
  return `s${id.replaceAll('-', '').slice(-12)}`;
}

/** Whether anything changes; null: the row is wrong and reported. */
function updatePupil(
  line: PupilLine,
  student: KnownStudent,
  classUnit: OrgUnitRow,
  hash: string,
  roster: Roster,
): boolean | null {
  const { studentNo, name, gender, account } = line.values;
  const { cipher } = roster.ports;
  const birthDate = birthDateIn(studentNo) ?? '';
  const storedBirthDate =
    student.birthDateEncrypted && cipher.decrypt(birthDateField, student.birthDateEncrypted);
  const user = account ? roster.users.get(account) : undefined;
  if (account && user?.id !== student.userId)
    return roster.refuse(sheet, line, 'account', user ? 'account-taken' : 'account-differs');
  const changed: Partial<StudentRow> = {
    ...differences<KnownStudent>(student, { name, gender, entryCohort: classUnit.entryCohort ?? 0 }),
    ...((student.studentNoHash !== hash || storedBirthDate !== birthDate) &&
      protectedStudent(cipher, studentNo, birthDate)),
  };
  if (Object.keys(changed).length === 0) return false;
  roster.changes.update('student', student.id, changed);
  roster.students.set(hash, student);
  if (changed.name !== undefined && student.userId)
    roster.changes.update('app_user', student.userId, { name });
  return true;
}
