import { describe, expect, test } from '@jest/globals';
import type { OrgUnitKind } from '@oneplan/runtime/contracts/roles.ts';
import { createFieldCipher } from '../../identity/field-cipher.ts';
import type { OrgUnitRow } from '../../persistence/tables.ts';
import type { Known } from '../known.ts';
import { parseSheets } from '../parse-sheets.ts';
import { protectedStudent } from '../protected-student.ts';
import { Report } from '../report.ts';
import { Roster } from '../roster.ts';
import { resolveRoster } from './index.ts';

const cipher = createFieldCipher(Buffer.alloc(32, 1).toString('base64'));
const today = '2026-11-20';

function unit(
  kind: OrgUnitKind,
  code: string,
  parent: OrgUnitRow | null,
  more: Partial<OrgUnitRow> = {},
): OrgUnitRow {
  return {
    id: code,
    parentId: parent?.id ?? null,
    kind,
    type: null,
    code,
    name: code,
    path: `${parent?.path ?? '/'}${code}/`,
    stage: kind === 'school' ? 'junior-high' : null,
    entryCohort: null,
    closedOn: null,
    ...more,
  };
}

const city = unit('city', 'CITY', null);
const d1 = unit('district', 'D1', city);
const d2 = unit('district', 'D2', city);
const s1 = unit('school', 'S1', d1);
const s2 = unit('school', 'S2', d1);
const s9 = unit('school', 'S9', d2);
const closed = unit('school', 'SX', d1, { closedOn: '2026-01-01' });
const g1 = unit('grade', 'S1-2026', s1, { entryCohort: 2026 });
const c1 = unit('class', 'C1', g1, { entryCohort: 2026 });
const c2 = unit('class', 'C2', g1, { entryCohort: 2026 });
const g9 = unit('grade', 'S9-2026', s9, { entryCohort: 2026 });
const c9 = unit('class', 'C9', g9, { entryCohort: 2026 });
const units = [city, d1, d2, s1, s2, s9, closed, g1, c1, c2, g9, c9];

const numbers = { a: 'L440390201309120417', b: 'L440390201403050021', c: 'L440390201312310008' };
const student = (id: string, number: string, name: string) => ({
  id,
  userId: `u-${id}`,
  name,
  gender: '2',
  entryCohort: 2026,
  ...protectedStudent(
    cipher,
    number,
    `${number.slice(7, 11)}-${number.slice(11, 13)}-${number.slice(13, 15)}`,
  ),
});
const enrolment = (
  studentId: string,
  classUnit: OrgUnitRow,
  validFrom: string,
  validTo: string | null = null,
) => ({
  id: `e-${studentId}-${validFrom}`,
  studentId,
  schoolId: classUnit.path.split('/')[3] ?? '',
  classId: classUnit.id,
  validFrom,
  validTo,
  reason: 'entry',
  path: classUnit.path,
});

/** Fresh rows each time: a roster changes what it was given. */
const stored = (root: OrgUnitRow): Known => ({
  root,
  units,
  users: [
    { id: 'u-a', username: 'pupil-a', name: '李四', staffNo: null },
    { id: 'u-t', username: 'T1', name: '王老师', staffNo: 'T1' },
    { id: 'u-t9', username: 'T9', name: '赵老师', staffNo: 'T9' },
    { id: 'u-g', username: '13900000000', name: '李五', staffNo: null },
  ],
  memberships: [
    {
      id: 'm1',
      userId: 'u-t',
      role: 'class-teacher',
      orgUnitId: 'C1',
      validFrom: '2026-09-01',
      validTo: null,
      path: c1.path,
    },
    {
      id: 'm9',
      userId: 'u-t9',
      role: 'principal',
      orgUnitId: 'S9',
      validFrom: '2026-09-01',
      validTo: null,
      path: s9.path,
    },
  ],
  students: [student('a', numbers.a, '李四'), student('c', numbers.c, '钱七')],
  enrolments: [enrolment('a', c1, '2026-09-01'), enrolment('c', c9, '2026-09-01')],
  guardianLinks: [{ id: 'l1', guardianId: 'u-g', studentId: 'a', relation: '父亲', verifiedAt: 0 }],
});

const headings = {
  组织机构: ['编码', '名称', '类别', '上级编码', '性质', '学段'],
  班级: ['编码', '学校编码', '入学年份', '班号'],
  教职工: ['工号', '姓名', '角色', '单位编码', '账号', '起始日期', '结束日期'],
  学生: ['学籍号', '姓名', '性别', '班级编码', '入班日期', '出生日期', '账号', '原学籍号'],
  监护人: ['学籍号', '监护人姓名', '关系', '手机号'],
} as const;
type SheetName = keyof typeof headings;

/** Rows of cells separated by spaces; `-` is an empty cell. */
function resolve(root: OrgUnitRow, rows: Partial<Record<SheetName, readonly string[]>>) {
  const report = new Report();
  const raw = Object.entries(rows).map(([name, texts]) => ({
    name,
    rows: [
      [...headings[name as SheetName]],
      ...texts.map((text) => text.split(' ').map((cell) => (cell === '-' ? '' : cell))),
    ].map((cells, index) => ({ line: index + 1, cells })),
  }));
  const lines = parseSheets(raw, report);
  let last = 0;
  const roster = new Roster(stored(root), report, { today, newId: () => `new-${++last}`, cipher });
  resolveRoster(lines, roster);
  const { errors, sheets } = report.result();
  return {
    errors: errors.map((error) => `${error.sheet} ${error.line} ${error.column} ${error.rule}`),
    counts: Object.fromEntries(sheets.map((s) => [s.kind, `${s.created}/${s.updated}/${s.unchanged}`])),
    changes: roster.changes,
  };
}

describe('org units', () => {
  test('are added in any order, below units of the file or stored ones', () => {
    const { errors, changes } = resolve(city, { 组织机构: ['S3 三中 学校 D3 区属 初中', 'D3 三区 区 CITY'] });
    expect(errors).toEqual([]);
    expect(changes.orgUnits.map((one) => [one.code, one.path])).toEqual([
      ['D3', '/CITY/new-1/'],
      ['S3', '/CITY/new-1/new-2/'],
    ]);
  });

  test('are renamed where they are stored, and unchanged where nothing differs', () => {
    const { counts, changes } = resolve(d1, {
      组织机构: ['S1 一中 学校 D1', 'S2 S2 学校 D1', 'D1 D1 区 CITY'],
    });
    expect(counts).toEqual({ 'org-units': '0/1/2' });
    expect(changes.updates).toEqual([{ table: 'org_unit', id: 'S1', values: { name: '一中' } }]);
  });

  test.each([
    ['a parent that nobody knows', 'S3 三中 学校 D7 - 初中', '上级编码 unknown-code'],
    ['a parent outside the import', 'S3 三中 学校 D2 - 初中', '上级编码 outside-root'],
    ['a parent of the wrong kind', 'S3 三中 学校 S1 - 初中', '上级编码 wrong-kind'],
    ['no parent', 'S3 三中 学校 - - 初中', '上级编码 required'],
    ['a school without a stage', 'S3 三中 学校 D1', '学段 required'],
    ['another city', 'CITY2 二市 市 -', '类别 wrong-kind'],
    ['a unit outside the import', 'S9 九中 学校 D2', '编码 outside-root'],
    ['another kind than stored', 'S1 一中 区 D1', '类别 kind-change'],
    ['another parent than stored', 'S1 一中 学校 S2', '上级编码 parent-change'],
    ['the unit of the import itself under another name', 'D1 新名 区 CITY', '编码 root-unit-fixed'],
  ])('are refused with %s', (_, row, expected) => {
    expect(resolve(d1, { 组织机构: [row] }).errors).toEqual([`组织机构 2 ${expected}`]);
  });

  test('are refused when they stand in the file twice', () => {
    expect(resolve(d1, { 组织机构: ['S3 三 学校 D1 - 初中', 'S3 三 学校 D1 - 初中'] }).errors).toEqual([
      '组织机构 3 编码 duplicate-row',
    ]);
  });

  test('are refused when they lie below themselves', () => {
    const { errors } = resolve(city, { 组织机构: ['A A 区 B', 'B B 区 A', 'C C 学校 A - 初中'] });
    expect(errors).toEqual(['组织机构 2 上级编码 parent-cycle']);
  });
});

describe('classes', () => {
  test('are added below the grade of their cohort, which is made once when it is missing', () => {
    const { errors, changes } = resolve(s1, {
      班级: ['N1 S1 2025 1', 'N2 S1 2025 初二(2)班', 'N3 S1 2026 3'],
    });
    expect(errors).toEqual([]);
    expect(changes.orgUnits.map((one) => [one.kind, one.code, one.name, one.entryCohort, one.stage])).toEqual(
      [
        ['grade', 'S1-2025', '2025级', 2025, 'junior-high'],
        ['class', 'N1', '2025级(1)班', 2025, 'junior-high'],
        ['class', 'N2', '初二(2)班', 2025, 'junior-high'],
        ['class', 'N3', '2026级(3)班', 2026, 'junior-high'],
      ],
    );
  });

  test('may belong to a school of the same file', () => {
    const { errors } = resolve(d1, { 组织机构: ['S3 三中 学校 D1 - 初中'], 班级: ['N1 S3 2026 1'] });
    expect(errors).toEqual([]);
  });

  test.each([
    ['a school that nobody knows', 'N1 S7 2026 1', '学校编码 unknown-code'],
    ['a school outside the import', 'N1 S9 2026 1', '学校编码 outside-root'],
    ['a closed school', 'N1 SX 2026 1', '学校编码 unit-closed'],
    ['something that is no school', 'N1 C1 2026 1', '学校编码 wrong-kind'],
    ['another school than stored', 'C1 S2 2026 1', '学校编码 class-of-another-school'],
    ['another cohort than stored', 'C1 S1 2025 1', '入学年份 cohort-change'],
    ['the code of a school', 'S2 S1 2026 1', '编码 code-taken'],
    ['the code of a class elsewhere', 'C9 S1 2026 1', '学校编码 class-of-another-school'],
  ])('are refused with %s', (_, row, expected) => {
    expect(resolve(d1, { 班级: [row] }).errors).toEqual([`班级 2 ${expected}`]);
  });

  test('of a school whose row is wrong are not reported again', () => {
    const { errors } = resolve(d1, { 组织机构: ['S3 三中 学校 D7 - 初中'], 班级: ['N1 S3 2026 1'] });
    expect(errors).toEqual(['组织机构 2 上级编码 unknown-code']);
  });
});

describe('staff', () => {
  test('get one account for several roles, and the last day becomes a half-open end', () => {
    const { errors, changes } = resolve(s1, {
      教职工: ['T2 孙老师 任课教师 C1 - 2026-09-01 2027-07-15', 'T2 孙老师 班主任 C2'],
    });
    expect(errors).toEqual([]);
    expect(changes.users).toEqual([
      expect.objectContaining({ username: 'T2', staffNo: 'T2', name: '孙老师' }),
    ]);
    expect(changes.memberships.map((one) => [one.role, one.orgUnitId, one.validFrom, one.validTo])).toEqual([
      ['subject-teacher', 'C1', '2026-09-01', '2027-07-16'],
      ['class-teacher', 'C2', today, null],
    ]);
  });

  test('are unchanged as they are stored, and updated in their dates', () => {
    expect(resolve(s1, { 教职工: ['T1 王老师 班主任 C1'] }).counts).toEqual({ staff: '0/0/1' });
    const { changes } = resolve(s1, { 教职工: ['T1 王老师 班主任 C1 - 2026-09-01 2026-12-31'] });
    expect(changes.updates).toEqual([{ table: 'membership', id: 'm1', values: { validTo: '2027-01-01' } }]);
  });

  test('whose roles all lie in the import may be renamed', () => {
    const { changes } = resolve(s1, { 教职工: ['T1 王新名 班主任 C1'] });
    expect(changes.updates).toEqual([{ table: 'app_user', id: 'u-t', values: { name: '王新名' } }]);
  });

  test.each([
    ['a role at the wrong kind of unit', 'T2 孙 校长 C1', '角色 role-not-here'],
    ['an inspector whom the school appoints for itself', 'T2 孙 责任督学 S1', '角色 role-not-granted-here'],
    ['a unit that nobody knows', 'T2 孙 班主任 C7', '单位编码 unknown-code'],
    ['a unit outside the import', 'T2 孙 班主任 C9', '单位编码 outside-root'],
    ['an authority above the import', 'T2 孙 市管理员 CITY', '单位编码 outside-root'],
    ['an end before the start', 'T2 孙 班主任 C1 - 2026-12-01 2026-11-30', '结束日期 period-order'],
    ['a pupil’s account', 'T2 李四 班主任 C1 pupil-a', '账号 account-taken'],
    ['a colleague’s account', 'T2 王老师 班主任 C1 T1', '账号 account-taken'],
    ['a parent’s account of another name', 'T2 孙 班主任 C1 13900000000', '账号 account-name-differs'],
    ['the account of somebody elsewhere', 'T9 孙 班主任 C1', '工号 account-taken'],
    ['a new name for somebody elsewhere', 'T9 孙 班主任 C1 T9', '姓名 account-name-differs'],
    ['a second account', 'T1 王老师 班主任 C2 wang', '账号 account-differs'],
  ])('are refused with %s', (_, row, expected) => {
    expect(resolve(s1, { 教职工: [row] }).errors).toEqual([`教职工 2 ${expected}`]);
  });

  test('are refused with two names in one file, and twice in one role', () => {
    const { errors } = resolve(s1, {
      教职工: ['T2 孙一 班主任 C1', 'T2 孙二 班主任 C2', 'T2 孙一 班主任 C1'],
    });
    expect(errors).toEqual(['教职工 3 姓名 name-differs', '教职工 4 工号 duplicate-row']);
  });

  test('who are parents too keep one account', () => {
    const { errors, changes } = resolve(s1, { 教职工: ['T5 李五 任课教师 C1 13900000000'] });
    expect(errors).toEqual([]);
    expect(changes.users).toEqual([]);
    expect(changes.updates).toEqual([{ table: 'app_user', id: 'u-g', values: { staffNo: 'T5' } }]);
  });
});

describe('pupils', () => {
  test('are added with account and enrolment; the birth date comes from the number', () => {
    const { errors, changes } = resolve(s1, { 学生: [`${numbers.b} 周八 男 C1 2026-09-01`] });
    expect(errors).toEqual([]);
    expect(changes.students).toEqual([
      expect.objectContaining({
        name: '周八',
        gender: '1',
        entryCohort: 2026,
        studentNoMasked: 'L440390********21',
      }),
    ]);
    expect(cipher.decrypt('student.birth_date', changes.students[0]?.birthDateEncrypted ?? '')).toBe(
      '2014-03-05',
    );
    expect(changes.enrolments).toEqual([
      expect.objectContaining({ classId: 'C1', schoolId: 'S1', validFrom: '2026-09-01', validTo: null }),
    ]);
    expect(changes.users[0]?.username).not.toContain(numbers.b.slice(1));
  });

  test('who stay as they are are unchanged, whatever day is given', () => {
    expect(resolve(s1, { 学生: [`${numbers.a} 李四 女 C1 2026-09-01`] }).counts).toEqual({ pupils: '0/0/1' });
    expect(resolve(s1, { 学生: [`${numbers.a} 李四 女 C1 2026-10-01`] }).counts).toEqual({ pupils: '0/0/1' });
  });

  test('who move leave the old class on the day on which they enter the new one', () => {
    const { changes, counts } = resolve(s1, { 学生: [`${numbers.a} 李四 女 C2 2026-11-02`] });
    expect(counts).toEqual({ pupils: '0/1/0' });
    expect(changes.updates).toEqual([
      { table: 'enrolment', id: 'e-a-2026-09-01', values: { validTo: '2026-11-02' } },
    ]);
    expect(changes.enrolments).toEqual([
      expect.objectContaining({ studentId: 'a', classId: 'C2', validFrom: '2026-11-02', validTo: null }),
    ]);
  });

  test('whose temporary number became a formal one stay the same pupil', () => {
    const { errors, changes } = resolve(s1, {
      学生: [`G11010519491231002X 李四 女 C1 - - - ${numbers.a}`],
      监护人: ['G11010519491231002X 李五 父亲 13900000000'],
    });
    expect(errors).toEqual([]);
    expect(changes.students).toEqual([]);
    expect(changes.updates).toEqual([
      {
        table: 'student',
        id: 'a',
        values: expect.objectContaining({ studentNoMasked: 'G110105********2X' }),
      },
    ]);
  });

  test.each([
    ['a class that nobody knows', `${numbers.b} 周八 男 C7`, '班级编码 unknown-code'],
    ['a class of a school outside the import', `${numbers.b} 周八 男 C9`, '班级编码 outside-root'],
    ['a school for a class', `${numbers.b} 周八 男 S1`, '班级编码 wrong-kind'],
    [
      'a birth date that is not the number’s',
      `${numbers.b} 周八 男 C1 - 2014-03-06`,
      '出生日期 birth-date-differs',
    ],
    ['an account that somebody has', `${numbers.b} 周八 男 C1 - - T1`, '账号 account-taken'],
    ['another account than stored', `${numbers.a} 李四 女 C1 - - other`, '账号 account-differs'],
    ['a pupil of another school', `${numbers.c} 钱七 女 C1`, '学籍号 enrolled-elsewhere'],
    ['a move on the day of entry', `${numbers.a} 李四 女 C2 2026-09-01`, '入班日期 enrolment-overlap'],
    [
      'a number that another pupil has',
      `${numbers.c} 李四 女 C1 - - - ${numbers.a}`,
      '原学籍号 student-number-taken',
    ],
  ])('are refused with %s', (_, row, expected) => {
    expect(resolve(s1, { 学生: [row] }).errors).toEqual([`学生 2 ${expected}`]);
  });

  test('are refused in two classes at once', () => {
    const { errors } = resolve(s1, { 学生: [`${numbers.b} 周八 男 C1`, `${numbers.b} 周八 男 C2`] });
    expect(errors).toEqual(['学生 3 学籍号 duplicate-row']);
  });
});

describe('guardians', () => {
  test('are linked to pupils of the file and stored ones, with one account for all children', () => {
    const { errors, changes, counts } = resolve(s1, {
      学生: [`${numbers.b} 周八 男 C1`],
      监护人: [
        `${numbers.a} 李五 父亲 13900000000`,
        `${numbers.b} 周九 母亲 13900000001`,
        `${numbers.a} 周九 其他 13900000001`,
      ],
    });
    expect(errors).toEqual([]);
    expect(counts.guardians).toBe('2/0/1');
    expect(changes.users.filter((user) => user.username === '13900000001')).toHaveLength(1);
    expect(changes.guardianLinks.map((link) => link.relation)).toEqual(['母亲', '其他监护人']);
  });

  test('are updated in their relation', () => {
    const { changes } = resolve(s1, { 监护人: [`${numbers.a} 李五 祖父 13900000000`] });
    expect(changes.updates).toEqual([{ table: 'guardian_link', id: 'l1', values: { relation: '祖父' } }]);
  });

  test.each([
    ['a pupil whom nobody knows', `${numbers.b} 周九 母亲 13900000001`, '学籍号 unknown-student'],
    ['a pupil of another school', `${numbers.c} 周九 母亲 13900000001`, '学籍号 unknown-student'],
    ['an account of another name', `${numbers.a} 周九 母亲 13900000000`, '监护人姓名 account-name-differs'],
    ['a pupil’s account', `${numbers.a} 李四 母亲 pupil-a`, '手机号 account-taken'],
  ])('are refused with %s', (_, row, expected) => {
    expect(resolve(s1, { 监护人: [row] }).errors).toEqual([`监护人 2 ${expected}`]);
  });

  test('are refused with two names in one file, and twice for one pupil', () => {
    const { errors } = resolve(s1, {
      监护人: [`${numbers.a} 周九 母亲 13900000001`, `${numbers.a} 周九 母亲 13900000001`],
      学生: [`${numbers.b} 周八 男 C1`],
    });
    expect(errors).toEqual(['监护人 3 手机号 duplicate-row']);
  });

  test('of a pupil whose row is wrong are not reported again', () => {
    const { errors } = resolve(s1, {
      学生: [`${numbers.b} 周八 男 C7`],
      监护人: [`${numbers.b} 周九 母亲 13900000001`],
    });
    expect(errors).toEqual(['学生 2 班级编码 unknown-code']);
  });
});
