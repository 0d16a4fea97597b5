import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { OrgUnitRow } from '../../persistence/tables.ts';
import type { Keys, Known, KnownStudent, KnownUser } from '../../roster/known.ts';

const batch = 1000;

/** Reads what is stored under the keys that a file names: a handful of statements, however many rows it has. */
export async function loadKnown(context: Context, orgUnitId: string, keys: Keys): Promise<Known> {
  const root = await context.tables.orgUnits.findOne({ id: orgUnitId });
  if (!root)
    throw new AppError('not-found', 'There is no org unit with this id; it may have been removed.', {
      kind: 'org-unit',
      id: orgUnitId,
    });
  const { tables } = context;
  const students: KnownStudent[] = await inBatches([...keys.studentNoHashes], (studentNoHash) =>
    tables.students.find({ studentNoHash }),
  );
  const users = await loadUsers(context, keys, students);
  const studentIds = students.map((student) => student.id);
  return {
    root,
    units: await inBatches<OrgUnitRow>([...keys.codes], (code) => tables.orgUnits.find({ code })),
    users,
    students,
    memberships: await withPath(
      context,
      await inBatches(
        users.map((user) => user.id),
        (userId) => tables.memberships.find({ userId }),
      ),
      (membership) => membership.orgUnitId,
    ),
    enrolments: await withPath(
      context,
      await inBatches(studentIds, (studentId) => tables.enrolments.find({ studentId })),
      (enrolment) => enrolment.classId,
    ),
    guardianLinks: await inBatches(studentIds, (studentId) => tables.guardianLinks.find({ studentId })),
  };
}

/** By user name, by staff number, and the accounts of the pupils: each user once. */
async function loadUsers(
  context: Context,
  keys: Keys,
  students: readonly KnownStudent[],
): Promise<KnownUser[]> {
  const { users } = context.tables;
  const found = [
    ...(await inBatches([...keys.usernames], (username) => users.find({ username }))),
    ...(await inBatches([...keys.staffNos], (staffNo) => users.find({ staffNo }))),
    ...(await inBatches(
      students.flatMap((student) => student.userId ?? []),
      (id) => users.find({ id }),
    )),
  ];
  return [
    ...new Map(
      found.map(({ id, username, name, staffNo }) => [id, { id, username, name, staffNo }]),
    ).values(),
  ];
}

async function withPath<Row extends object>(
  context: Context,
  rows: readonly Row[],
  unitOf: (row: Row) => string,
): Promise<(Row & { path: string })[]> {
  const ids = [...new Set(rows.map(unitOf))];
  const units = await inBatches(ids, (id) => context.tables.orgUnits.find({ id }));
  const paths = new Map(units.map((unit) => [unit.id, unit.path]));
  return rows.map((row) => ({ ...row, path: paths.get(unitOf(row)) ?? '' }));
}

async function inBatches<Row>(
  values: readonly string[],
  find: (values: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < values.length; from += batch)
    rows.push(...(await find(values.slice(from, from + batch))));
  return rows;
}
