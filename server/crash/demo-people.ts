import type { Context } from '../context.ts';

export interface DemoPupil {
  readonly username: string;
  readonly studentId: string;
  /** User name of the class teacher. */
  readonly teacher: string;
}

/** Pupils of the demo with their class teachers: the first `perClass` of the first `classes` classes. */
export async function demoPupils(context: Context, classes: number, perClass: number): Promise<DemoPupil[]> {
  const rows = await context.sql.all<{ username: string; student_id: string; teacher: string }>(
    `SELECT u.username, s.id AS student_id, t.username AS teacher FROM student s JOIN app_user u ON u.id = s.user_id
     JOIN enrolment e ON e.student_id = s.id JOIN membership m ON m.org_unit_id = e.class_id AND m.role = 'class-teacher'
     JOIN app_user t ON t.id = m.user_id ORDER BY t.username, u.username`,
  );
  const teachers = [...new Set(rows.map(({ teacher }) => teacher))].slice(0, classes);
  return teachers.flatMap((teacher) =>
    rows
      .filter((row) => row.teacher === teacher)
      .slice(0, perClass)
      .map(({ username, student_id }) => ({ username, studentId: student_id, teacher })),
  );
}
