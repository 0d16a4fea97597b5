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

/**
 * The org unit of a kind that answers for the pupil. A level that does not exist is taken by the one above:
 * for a school directly under the city, the city acts as its district.
 */
export function unitOfKind(units: StudentUnits, kind: OrgUnitKind): UnitRef {
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

/** Throws `not-found` for an unknown pupil and `conflict` for one who is enrolled nowhere today. */
export async function studentUnits(context: Context, studentId: string): Promise<StudentUnits> {
  const { sql } = context;
  const student = await sql.one<{ name: string; entry_cohort: number }>(
    'SELECT name, entry_cohort FROM student WHERE id = ?',
    [studentId],
  );
  if (!student)
    throw new AppError('not-found', 'There is no pupil with this id.', { kind: 'student', id: studentId });
  const day = today(context);
  const rows = await sql.all<Row & { class_id: string; school_id: string }>(
    `SELECT u.id, u.name, u.kind, u.stage, u.path, e.class_id, e.school_id FROM enrolment e
     JOIN org_unit c ON c.id = e.class_id
     JOIN org_unit u ON c.path LIKE ${sql.dialect === 'mysql' ? "CONCAT(u.path, '%')" : "u.path || '%'"}
     WHERE e.student_id = ? AND e.valid_from <= ? AND (e.valid_to IS NULL OR e.valid_to > ?)`,
    [studentId, day, day],
  );
  const line = rows.sort((a, b) => a.path.length - b.path.length);
  const classUnit = line.find((unit) => unit.id === unit.class_id);
  const school = line.find((unit) => unit.id === unit.school_id);
  if (!classUnit || !school) {
    throw new AppError(
      'conflict',
      `${student.name} is enrolled in no class today; ask the school to complete the roster.`,
      { studentId },
    );
  }
  return {
    studentId,
    studentName: student.name,
    entryCohort: Number(student.entry_cohort),
    class: ref(classUnit),
    school: ref(school),
    path: classUnit.path,
    stage: school.stage ?? 'junior-high',
    line: line.map(ref),
  };
}

const ref = (row: Row): UnitRef => ({ id: row.id, name: row.name, kind: row.kind });
