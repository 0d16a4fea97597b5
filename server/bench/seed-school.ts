import type { Context } from '../context.ts';
import { hashPassword } from '../identity/passwords.ts';
import { transaction } from '../persistence/transaction.ts';

export interface SchoolSize {
  readonly classes: number;
  readonly pupilsPerClass: number;
}

/** Kinds of rows that the benchmarks make in bulk; the first group of their ids. */
const kinds = {
  city: 'ca000001',
  school: 'ca000002',
  grade: 'ca000003',
  class: 'ca000004',
  term: 'ca000005',
  'class-teacher': 'ca000006',
  'subject-teacher': 'ca000007',
  pupil: 'ca000008',
  student: 'ca000009',
  membership: 'ca00000a',
  enrolment: 'ca00000b',
  publisher: 'ca00000c',
} as const;
export type SeedKind = keyof typeof kinds;

/** The id of a seeded row, counted from 1: so that the test and the database can both name it. */
export function seededId(kind: SeedKind, number = 1): string {
  return `${kinds[kind]}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** The same as an SQL expression over a number. */
const idOf = (kind: SeedKind, number: string) =>
  `CONCAT('${kinds[kind]}-0000-7000-8000-', LPAD(LOWER(HEX(${number})), 12, '0'))`;

export const benchStage = 'junior-high';
export const benchCohort = 2025;
const since = '2020-09-01';

/**
 * A city with one school of so many classes, a class teacher and a subject teacher for each, and pupils with accounts;
 * made by the database itself (MariaDB's sequence engine), so that 100,000 pupils take seconds.
 */
export async function seedSchool(context: Context, { classes, pupilsPerClass }: SchoolSize): Promise<void> {
  const { sql, cipher } = context;
  const pupils = classes * pupilsPerClass;
  const password = await hashPassword('nobody signs in with this');
  const sealed = cipher.encrypt('student.student_no', 'G000000000000000000');
  const path = ['city', 'school', 'grade'].reduce(
    (line, kind) => `${line}${seededId(kind as SeedKind)}/`,
    '/',
  );
  const one = seededId;
  const unit = (kind: 'city' | 'school' | 'grade', parent: string | null, line: string) => ({
    id: one(kind),
    parent_id: parent,
    kind,
    code: `bench-${kind}`,
    name: `测速${kind}`,
    path: line,
    stage: kind === 'city' ? null : benchStage,
    entry_cohort: kind === 'grade' ? benchCohort : null,
  });
  const user = (kind: SeedKind) =>
    `INSERT INTO app_user (id, username, name, password_hash, locale, disabled, created_at)
     SELECT ${idOf(kind, 'seq')}, CONCAT('${kind}', seq), CONCAT('${kind} ', seq), ?, 'zh-CN', 0, ?`;
  const member = (kind: SeedKind, offset: number) =>
    `INSERT INTO membership (id, user_id, role, org_unit_id, valid_from, valid_to)
     SELECT ${idOf('membership', `seq + ${offset}`)}, ${idOf(kind, 'seq')}, '${kind}', ${idOf('class', 'seq')}, '${since}', NULL
     FROM seq_1_to_${classes}`;
  const classOf = `((seq - 1) DIV ${pupilsPerClass}) + 1`;
  await transaction(context.database, async () => {
    await sql.insert('org_unit', [
      unit('city', null, `/${one('city')}/`),
      unit('school', one('city'), `/${one('city')}/${one('school')}/`),
      unit('grade', one('school'), path),
    ]);
    await sql.run(
      `INSERT INTO org_unit (id, parent_id, kind, code, name, path, stage, entry_cohort)
       SELECT ${idOf('class', 'seq')}, '${one('grade')}', 'class', CONCAT('bench-class-', seq), CONCAT('八(', seq, ')班'),
         CONCAT('${path}', ${idOf('class', 'seq')}, '/'), '${benchStage}', ${benchCohort} FROM seq_1_to_${classes}`,
    );
    const account = [password, context.now()];
    await sql.run(`${user('publisher')} FROM seq_1_to_1`, account);
    await sql.insert('membership', [
      {
        id: one('membership'),
        user_id: one('publisher'),
        role: 'city-admin',
        org_unit_id: one('city'),
        valid_from: since,
        valid_to: null,
      },
    ]);
    await sql.run(`${user('class-teacher')} FROM seq_1_to_${classes}`, account);
    await sql.run(`${user('subject-teacher')} FROM seq_1_to_${classes}`, account);
    await sql.run(`${user('pupil')} FROM seq_1_to_${pupils}`, account);
    await sql.run(member('class-teacher', 1));
    await sql.run(member('subject-teacher', classes + 1));
    await sql.run(
      `INSERT INTO student (id, user_id, name, student_no_encrypted, student_no_hash, student_no_masked, gender, entry_cohort)
       SELECT ${idOf('student', 'seq')}, ${idOf('pupil', 'seq')}, CONCAT('pupil ', seq), ?, SHA2(seq, 256), 'G****', '1', ${benchCohort}
       FROM seq_1_to_${pupils}`,
      [sealed],
    );
    await sql.run(
      `INSERT INTO enrolment (id, student_id, school_id, class_id, valid_from, valid_to, reason)
       SELECT ${idOf('enrolment', 'seq')}, ${idOf('student', 'seq')}, '${one('school')}', ${idOf('class', classOf)}, '${since}', NULL, 'entry'
       FROM seq_1_to_${pupils}`,
    );
    await sql.insert('term', [
      {
        id: one('term'),
        org_unit_id: one('city'),
        name: '测速学期',
        starts_on: since,
        ends_on: '2099-08-31',
      },
    ]);
    await sql.insert('term_slot', [
      { term_id: one('term'), stage: benchStage, entry_cohort: benchCohort, slot: 3, name: '初二上' },
    ]);
  });
}
