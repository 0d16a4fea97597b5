import type { Keys } from './known.ts';
import { gradeCode } from './org-unit-names.ts';
import type { Lines } from './parse-sheets.ts';

/** What has to be looked up for the file; `hash`: of a pupil number. */
export function keysOf(lines: Lines, hash: (studentNo: string) => string): Keys {
  const codes = new Set<string>();
  const usernames = new Set<string>();
  const staffNos = new Set<string>();
  const studentNoHashes = new Set<string>();
  const add = (set: Set<string>, key: string | undefined) => key && set.add(key);
  for (const { values } of lines.get('org-units') ?? []) {
    add(codes, values.code);
    add(codes, values.parent);
  }
  for (const { values } of lines.get('classes') ?? []) {
    add(codes, values.code);
    add(codes, values.school);
    if (values.school) add(codes, gradeCode(values.school, Number(values.cohort)));
  }
  for (const { values } of lines.get('staff') ?? []) {
    add(codes, values.unit);
    add(staffNos, values.staffNo);
    add(usernames, values.account || values.staffNo);
  }
  for (const { values } of lines.get('pupils') ?? []) {
    add(codes, values.classCode);
    add(usernames, values.account);
    for (const number of [values.studentNo, values.formerStudentNo])
      if (number) add(studentNoHashes, hash(number));
  }
  for (const { values } of lines.get('guardians') ?? []) {
    add(usernames, values.account);
    if (values.studentNo) add(studentNoHashes, hash(values.studentNo));
  }
  return { codes, usernames, staffNos, studentNoHashes };
}
