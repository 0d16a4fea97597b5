import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { OrgUnitKind } from '@oneplan/runtime/contracts/roles.ts';
import { type Context, today } from '../context.ts';

interface UnitRef {
  readonly id: string;
  readonly name: string;
  readonly kind: OrgUnitKind;
}

/** Where a pupil stands in the organisation today. */
export interface StudentUnits {
  readonly studentId: string;
  readonly studentName: string;
  readonly entryCohort: number;
  readonly class: UnitRef;
  readonly school: UnitRef;
  /** Path of the class. */
  readonly path: string;
  /** School stage, e.g. `junior-high`. */
  readonly stage: string;
  /** From the root to the class. */
  readonly line: readonly UnitRef[];
}

/** The units around a pupil, without their names. */
export interface UnitLine {
  readonly class: { readonly id: string };
  /** From the root to the class. */
  readonly line: readonly { readonly id: string; readonly kind: OrgUnitKind }[];
}

/**
 * The org unit of a kind that answers for the pupil. A level that does not exist is taken by the one above:
 * for a school directly under the city, the city acts as its district.
 */
export function unitOfKind(units: UnitLine, kind: OrgUnitKind): { readonly id: string } {
  const order: readonly OrgUnitKind[] = ['class', 'grade', 'school', 'district', 'city'];
  for (const candidate of order.slice(order.indexOf(kind))) {
    const found = units.line.find((unit) => unit.kind === candidate);
    if (found) return found;
  }
  return units.class;
}

interface Row {
  id: string;
  name: string;
  kind: OrgUnitKind;
  stage: string | null;
  path: string;
}

/**
 * Where the pupil is enrolled today, for whatever begins today.
 * Throws `not-found` for an unknown pupil and `conflict` for one who is enrolled nowhere.
 */
export async function studentUnits(context: Context, studentId: string): Promise<StudentUnits> {
  const units = await lastUnits(context, studentId);
  if (units.enrolled) return units;
  throw new AppError(
    'conflict',
    `${units.studentName} is enrolled in no class today; ask the school to complete the roster.`,
    { studentId },
  );
}

/**
 * Where the pupil is enrolled today, or was last: what has begun goes on after the pupil has left.
 * Throws `not-found` for a pupil who is unknown or was never enrolled.
 */
export async function lastUnits(
  context: Context,
  studentId: string,
): Promise<StudentUnits & { readonly enrolled: boolean }> {
  const { sql } = context;
  const day = today(context);
  const rows = await sql.all<LineRow>(
    `SELECT u.id, u.name, u.kind, u.stage, u.path, e.class_id, e.school_id, e.valid_from, e.valid_to,
       s.name AS student_name, s.entry_cohort
     FROM student s JOIN enrolment e ON e.student_id = s.id AND e.valid_from <= ? JOIN org_unit c ON c.id = e.class_id
     JOIN org_unit u ON c.path LIKE ${sql.dialect === 'mysql' ? "CONCAT(u.path, '%')" : "u.path || '%'"}
     WHERE s.id = ?`,
    [day, studentId],
  );
  const last = rows.reduce((latest, row) => (row.valid_from > latest ? row.valid_from : latest), '');
  const line = rows.filter((row) => row.valid_from === last).sort((a, b) => a.path.length - b.path.length);
  const classUnit = line.find((unit) => unit.id === unit.class_id);
  const school = line.find((unit) => unit.id === unit.school_id);
  if (!classUnit || !school) {
    throw new AppError('not-found', 'There is no pupil with this id who was ever enrolled.', {
      kind: 'student',
      id: studentId,
    });
  }
  return {
    studentId,
    studentName: classUnit.student_name,
    entryCohort: Number(classUnit.entry_cohort),
    class: ref(classUnit),
    school: ref(school),
    path: classUnit.path,
    stage: school.stage ?? 'junior-high',
    line: line.map(ref),
    enrolled: classUnit.valid_to === null || classUnit.valid_to > day,
  };
}

interface LineRow extends Row {
  class_id: string;
  school_id: string;
  valid_from: string;
  valid_to: string | null;
  student_name: string;
  entry_cohort: number;
}

/** The units of a pupil as the rows of an instance hold them. */
export const placeOf = (units: StudentUnits) => ({
  studentId: units.studentId,
  classId: units.class.id,
  schoolId: units.school.id,
  path: units.path,
});

const ref = (row: Row): UnitRef => ({ id: row.id, name: row.name, kind: row.kind });
