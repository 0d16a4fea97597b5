import type { Me } from '@oneplan/runtime/contracts/api/session.ts';
import { permissions } from '@oneplan/runtime/contracts/permissions.ts';
import { type Context, today } from '../../context.ts';
import { mayAtAll } from '../../identity/access.ts';
import type { Caller } from '../../identity/caller.ts';

interface StudentRow {
  id: string;
  name: string;
  class_name: string | null;
  school_name: string | null;
}

/** The caller as the interface needs to know it. */
export async function describeCaller(context: Context, caller: Caller, csrfToken: string): Promise<Me> {
  const user = await context.tables.users.findOne({ id: caller.userId });
  const unitIds = [...new Set(caller.standings.map((standing) => standing.orgUnitId).filter(Boolean))];
  const units = unitIds.length > 0 ? await context.tables.orgUnits.find({ id: unitIds }) : [];
  const unitById = new Map(units.map((unit) => [unit.id, { id: unit.id, name: unit.name, kind: unit.kind }]));
  const students = await studentRefs(context, [
    ...(caller.studentId ? [caller.studentId] : []),
    ...caller.childIds,
  ]);
  return {
    user: { id: caller.userId, name: caller.name, username: user?.username ?? '' },
    memberships: caller.standings.flatMap((standing) => {
      const orgUnit = unitById.get(standing.orgUnitId);
      return orgUnit ? [{ role: standing.role, orgUnit }] : [];
    }),
    student: students.find((student) => student.id === caller.studentId) ?? null,
    children: students.filter((student) => caller.childIds.includes(student.id)),
    permissions: permissions.filter((permission) => mayAtAll(caller, permission)),
    csrfToken,
  };
}

async function studentRefs(context: Context, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const day = today(context);
  const rows = await context.sql.all<StudentRow>(
    `SELECT s.id, s.name, c.name AS class_name, k.name AS school_name FROM student s
     LEFT JOIN enrolment e ON e.student_id = s.id AND e.valid_from <= ? AND (e.valid_to IS NULL OR e.valid_to > ?)
     LEFT JOIN org_unit c ON c.id = e.class_id LEFT JOIN org_unit k ON k.id = e.school_id
     WHERE s.id IN (${ids.map(() => '?').join(',')})`,
    [day, day, ...ids],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    className: row.class_name ?? '',
    schoolName: row.school_name ?? '',
  }));
}
