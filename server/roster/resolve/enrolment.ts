import type { EnrolmentRow, OrgUnitRow } from '../../persistence/tables.ts';
import type { Roster } from '../roster.ts';

interface Wanted {
  readonly studentId: string;
  readonly schoolId: string;
  readonly classUnit: OrgUnitRow;
  /** First day in the class, or ''. */
  readonly from: string;
}

/**
 * Puts a pupil into a class from a day on (today, if none is given): the interval in another class ends on that day.
 * A pupil who is in the class already stays; the first day may become an earlier one, never a later, because records
 * hang on it. `overlaps`: the day after which a change is possible.
 */
export function resolveEnrolment(
  roster: Roster,
  { studentId, schoolId, classUnit, from }: Wanted,
): { readonly changed: boolean } | { readonly overlaps: string } {
  const enrolments = roster.enrolments.get(studentId) ?? [];
  const last = enrolments.at(-1);
  const day = from || roster.ports.today;
  if (last && last.validTo === null && last.classId === classUnit.id) {
    if (from === '' || from >= last.validFrom) return { changed: false };
    const previousEnd = enrolments.at(-2)?.validTo ?? '';
    if (from < previousEnd) return { overlaps: previousEnd };
    roster.changes.update('enrolment', last.id, { validFrom: from });
    last.validFrom = from;
    return { changed: true };
  }
  if (last && day <= last.validFrom) return { overlaps: last.validFrom };
  if (last && last.validTo !== null && day < last.validTo) return { overlaps: last.validTo };
  if (last && last.validTo === null) {
    roster.changes.update('enrolment', last.id, { validTo: day });
    last.validTo = day;
  }
  const row: EnrolmentRow = {
    id: roster.ports.newId(),
    studentId,
    schoolId,
    classId: classUnit.id,
    validFrom: day,
    validTo: null,
    reason: last ? 'class-change' : 'entry',
  };
  roster.changes.enrolments.push(row);
  roster.enrolments.set(studentId, [...enrolments, { ...row, path: classUnit.path }]);
  return { changed: true };
}
