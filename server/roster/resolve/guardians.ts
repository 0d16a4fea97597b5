import type { KnownStudent, KnownUser } from '../known.ts';
import type { Outcome } from '../report.ts';
import type { Roster } from '../roster.ts';
import type { Line } from '../sheet.ts';
import { guardianSheet as sheet } from '../sheets/guardians.ts';

type GuardianLine = Line<keyof typeof sheet.columns>;

/** One row is one guardian of one pupil; a guardian is known by the account, and has one for all children. */
export function resolveGuardians(lines: readonly GuardianLine[], roster: Roster): void {
  const seen = new Map<string, number>();
  for (const line of lines) {
    if (line.bad) continue;
    const key = `${line.values.account} ${line.values.studentNo}`;
    const first = seen.get(key);
    if (first !== undefined) {
      roster.refuse(sheet, line, 'account', 'duplicate-row', String(first));
      continue;
    }
    seen.set(key, line.line);
    const student = pupilOf(line, roster);
    const user = student && guardianUser(line, roster);
    if (user) roster.report.count('guardians', link(line, user, student, roster));
  }
}

function pupilOf(line: GuardianLine, roster: Roster): KnownStudent | null {
  const hash = roster.hash(line.values.studentNo);
  if (roster.spoilt.has(hash)) return null;
  const student = roster.students.get(hash);
  const here =
    student &&
    (roster.enrolments.get(student.id) ?? []).some(
      (one) => one.validTo === null && roster.isWithin(one.path),
    );
  // A pupil of another school is as unknown as one who does not exist.
  return here ? student : roster.refuse(sheet, line, 'studentNo', 'unknown-student');
}

function guardianUser(line: GuardianLine, roster: Roster): KnownUser | null {
  const { account, name } = line.values;
  const user = roster.users.get(account) ?? roster.addUser({ username: account, name, staffNo: null });
  if (roster.pupilAccounts.has(user.id)) return roster.refuse(sheet, line, 'account', 'account-taken');
  const otherLine = roster.otherNameAt(user.id, name, line.line);
  if (otherLine !== null) return roster.refuse(sheet, line, 'name', 'name-differs', String(otherLine));
  return user.name === name ? user : roster.refuse(sheet, line, 'name', 'account-name-differs');
}

function link(line: GuardianLine, user: KnownUser, student: KnownStudent, roster: Roster): Outcome {
  const { relation } = line.values;
  const key = `${user.id} ${student.id}`;
  const stored = roster.guardianLinks.get(key);
  if (stored) {
    if (stored.relation === relation) return 'unchanged';
    roster.changes.update('guardian_link', stored.id, { relation });
    return 'updated';
  }
  const row = { id: roster.ports.newId(), guardianId: user.id, studentId: student.id, relation };
  roster.changes.guardianLinks.push(row);
  roster.guardianLinks.set(key, { ...row, verifiedAt: 0 });
  return 'created';
}
