import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { OrgUnitKind } from '@oneplan/runtime/contracts/roles.ts';
import { type Context, today } from '../context.ts';
import {
  KeptUnderVersion,
  masterDataVersion,
  masterDataVersionQuery,
  type UnderVersion,
} from './master-data.ts';
import { places } from './sql-statement.ts';

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
 * Where the pupil is enrolled today, or was last: what has begun goes on after the pupil has left.
 * Throws `not-found` for a pupil who is unknown or was never enrolled.
 */
export async function lastUnits(context: Context, studentId: string): Promise<LastUnits> {
  const [version] = await context.sql.batch([masterDataVersionQuery]);
  const units = (await unitsUnder(context, masterDataVersion(version), [studentId])).get(studentId);
  if (units) return units;
  throw new AppError('not-found', 'There is no pupil with this id who was ever enrolled.', {
    kind: 'student',
    id: studentId,
  });
}

export interface LastUnits extends StudentUnits {
  readonly enrolled: boolean;
}

const mostStudents = 50_000;
const mostUnits = 50_000;
const keptStudents = new KeptUnderVersion<LastUnits>(mostStudents);
const keptUnits = new KeptUnderVersion<Row>(mostUnits);

/**
 * Where pupils are enrolled, or were last, as of a version of the master data that was read just before. Those who are
 * unknown or were never enrolled are left out.
 */
export async function unitsUnder(
  context: Context,
  version: number,
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, LastUnits>> {
  const day = today(context);
  const students = keptStudents.at(context.database, version, day, context.now());
  const found = new Map<string, LastUnits>();
  const strangers: string[] = [];
  for (const id of new Set(studentIds)) {
    const known = students.get(id);
    if (known) found.set(id, known);
    else strangers.push(id);
  }
  if (strangers.length === 0) return found;
  const enrolments = await lastEnrolments(context, day, strangers);
  const units = keptUnits.at(context.database, version, day, context.now());
  const lines = await linesOf(context, version, units, enrolments);
  for (const enrolment of enrolments) {
    const line = lines.get(enrolment.path) ?? [];
    const classUnit = line.find(({ id }) => id === enrolment.class_id);
    const school = line.find(({ id }) => id === enrolment.school_id);
    if (!classUnit || !school) continue;
    const value: LastUnits = {
      studentId: enrolment.student_id,
      studentName: enrolment.student_name,
      entryCohort: Number(enrolment.entry_cohort),
      class: ref(classUnit),
      school: ref(school),
      path: classUnit.path,
      stage: school.stage ?? 'junior-high',
      line: line.map(ref),
      enrolled: enrolment.valid_to === null || enrolment.valid_to > day,
    };
    found.set(value.studentId, value);
    students.keep(version, value.studentId, value);
  }
  return found;
}

async function lastEnrolments(
  context: Context,
  day: string,
  ids: readonly string[],
): Promise<EnrolmentRow[]> {
  const rows = await context.sql.all<EnrolmentRow>(
    `SELECT s.id AS student_id, s.name AS student_name, s.entry_cohort, e.class_id, e.school_id, e.valid_from, e.valid_to, c.path
     FROM student s JOIN enrolment e ON e.student_id = s.id AND e.valid_from <= ? JOIN org_unit c ON c.id = e.class_id
     WHERE s.id IN (${places(ids)})`,
    [day, ...ids],
  );
  const last = new Map<string, EnrolmentRow>();
  for (const row of rows) {
    const known = last.get(row.student_id);
    if (!known || known.valid_from < row.valid_from) last.set(row.student_id, row);
  }
  return [...last.values()];
}

const unitIds = (path: string) => path.split('/').filter((id) => id !== '');

/** The units along the paths of classes, from the root down, by path. */
async function linesOf(
  context: Context,
  version: number,
  units: UnderVersion<Row>,
  enrolments: readonly EnrolmentRow[],
): Promise<ReadonlyMap<string, Row[]>> {
  const paths = new Set(enrolments.map(({ path }) => path));
  const known = new Map<string, Row>();
  const strangers = new Set<string>();
  for (const id of [...paths].flatMap(unitIds)) {
    const unit = units.get(id);
    if (unit) known.set(id, unit);
    else strangers.add(id);
  }
  if (strangers.size > 0) {
    const rows = await context.sql.all<Row>(
      `SELECT id, name, kind, stage, path FROM org_unit WHERE id IN (${places([...strangers])})`,
      [...strangers],
    );
    for (const row of rows) {
      known.set(row.id, row);
      units.keep(version, row.id, row);
    }
  }
  return new Map([...paths].map((path) => [path, unitIds(path).flatMap((id) => known.get(id) ?? [])]));
}

interface EnrolmentRow {
  student_id: string;
  student_name: string;
  entry_cohort: number;
  class_id: string;
  school_id: string;
  valid_from: string;
  valid_to: string | null;
  path: string;
}

/** The units of a pupil as the rows of an instance hold them. */
export const placeOf = (units: StudentUnits) => ({
  studentId: units.studentId,
  classId: units.class.id,
  schoolId: units.school.id,
  path: units.path,
});

const ref = (row: Row): UnitRef => ({ id: row.id, name: row.name, kind: row.kind });
