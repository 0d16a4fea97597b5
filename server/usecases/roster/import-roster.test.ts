import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { pino } from 'pino';
import { passwordMatches } from '../../identity/passwords.ts';
import { transaction } from '../../persistence/transaction.ts';
import { checkCharacter, studentNumberField } from '../../roster/student-number.ts';
import { type Cells, workbook } from '../../roster/testing/workbook.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import type { RosterInput } from './check-roster.ts';
import { importRoster, type RosterImportOptions } from './import-roster.ts';
import { previewRoster } from './preview-roster.ts';

let context: TestContext;
const logged: string[] = [];
const caller = { userId: '00000000-0000-7000-8000-000000000001', name: '管理员' };

const numbers = ['L440390201309120417', 'L440390201312310008', 'J44039020140305001'].map((text) =>
  text.startsWith('J') ? text + checkCharacter(text.slice(1)) : text,
);
const [n0 = '', n1 = '', n2 = ''] = numbers;

const orgUnits: Cells[] = [
  ['编码', '名称', '类别', '上级编码', '性质', '学段'],
  ['S1', '一中', '学校', 'D1', '区属', '初中'],
  ['S2', '二中', '学校', 'D1', '民办', '初中'],
];
const classes: Cells[] = [
  ['编码', '学校编码', '入学年份', '班号'],
  ['S1-1', 'S1', 2026, 1],
  ['S1-2', 'S1', 2026, 2],
  ['S2-1', 'S2', 2025, '八(1)班'],
];
const staff: Cells[] = [
  ['工号', '姓名', '角色', '单位编码', '起始日期'],
  ['T1', '王老师', '班主任', 'S1-1', new Date(Date.UTC(2026, 8, 1))],
  ['T1', '王老师', '任课教师', 'S1-2', '2026-09-01'],
  ['T2', '孙校长', '校长', 'S1', '2026-09-01'],
];
const pupils: Cells[] = [
  ['学籍号', '姓名', '性别', '出生日期', '班级编码', '入班日期'],
  [n0, '李四', '女', '2013-09-12', 'S1-1', '2026-09-01'],
  [n1, '钱七', '男', null, 'S1-1', '2026-09-01'],
  [n2, '周八', 1, '20140305', 'S2-1', '2025-09-01'],
];
const guardians: Cells[] = [
  ['学籍号', '监护人姓名', '关系', '手机号'],
  [n0, '李五', '父亲', 13900000000],
  [n1, '李五', '其他', 13900000000],
];
const whole = { 组织机构: orgUnits, 班级: classes, 教职工: staff, 学生: pupils, 监护人: guardians };

const city = '00000000-0000-7000-8000-0000000000c1';
const root = '00000000-0000-7000-8000-0000000000d1';
const other = '00000000-0000-7000-8000-0000000000d2';

beforeAll(async () => {
  const opened = await openTestContext();
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  context = { ...opened, log };
});
afterAll(() => context.close());
beforeEach(async () => {
  await transaction(context.database, async () => {
    for (const table of [
      'org_unit',
      'app_user',
      'membership',
      'student',
      'guardian_link',
      'enrolment',
      'audit',
    ])
      await context.sql.run(`DELETE FROM ${table}`);
    const district = (id: string, code: string) => ({
      id,
      code,
      kind: 'district',
      name: code,
      path: `/${city}/${id}/`,
    });
    await context.sql.insert('org_unit', [{ ...district(city, 'C'), kind: 'city', path: `/${city}/` }]);
    await context.sql.insert('org_unit', [district(root, 'D1'), district(other, 'D2')]);
  });
});

async function fileOf(sheets: Readonly<Record<string, readonly Cells[]>>): Promise<RosterInput> {
  return { orgUnitId: root, format: 'xlsx', bytes: await workbook(sheets) };
}
async function importing(sheets: Readonly<Record<string, readonly Cells[]>>, options?: RosterImportOptions) {
  return importRoster(context, caller, await fileOf(sheets), options);
}
async function refusal(body: Promise<unknown>): Promise<AppError> {
  const error = await body.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error(`not refused: ${error}`);
}
/** Every row of every table that an import writes. */
async function everything() {
  const { orgUnits, users, memberships, students, guardianLinks, enrolments, audit } = context.tables;
  const byId = { order: [['id', 'ASC']] as [string, string][] };
  return Promise.all(
    [orgUnits, users, memberships, students, guardianLinks, enrolments, audit].map((table) =>
      (table as typeof users).find({}, byId),
    ),
  );
}
const counts = (report: Awaited<ReturnType<typeof importRoster>>) =>
  report.sheets.map((sheet) => `${sheet.kind} ${sheet.created}/${sheet.updated}/${sheet.unchanged}`);

describe('a good file', () => {
  test('is previewed without a change, and imported as it was previewed', async () => {
    const before = await everything();
    const preview = await previewRoster(context, caller, await fileOf(whole));
    expect(await everything()).toEqual(before);
    expect(preview.errors).toEqual([]);
    expect(counts(preview)).toEqual([
      'org-units 2/0/0',
      'classes 3/0/0',
      'staff 3/0/0',
      'pupils 3/0/0',
      'guardians 2/0/0',
    ]);
    expect(await importing(whole)).toEqual(preview);
    const pupil = await context.tables.students.findOne({ name: '李四' });
    const enrolment = await context.tables.enrolments.findOne({ studentId: pupil?.id ?? '' });
    const classUnit = await context.tables.orgUnits.findOne({ id: enrolment?.classId ?? '' });
    expect(classUnit?.path).toMatch(new RegExp(`^/${city}/${root}/[^/]+/[^/]+/${classUnit?.id}/$`));
    expect(classUnit?.path).toContain(`/${enrolment?.schoolId}/`);
    expect(context.cipher.decrypt(studentNumberField, pupil?.studentNoEncrypted ?? '')).toBe(n0);
    expect(await context.tables.users.count({ username: '13900000000' })).toBe(1);
  });

  test('imported again changes nothing but the audit log', async () => {
    await importing(whole);
    const before = (await everything()).slice(0, -1);
    const again = await importing(whole);
    expect(again.sheets.map((sheet) => sheet.unchanged === sheet.rows)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect((await everything()).slice(0, -1)).toEqual(before);
  });

  test('may name what an earlier file made, sheet by sheet and as CSV', async () => {
    await importing({ 组织机构: orgUnits, 班级: classes });
    const text = pupils.map((row) => row.map((cell) => cell ?? '').join(',')).join('\r\n');
    const report = await importRoster(context, caller, {
      orgUnitId: root,
      format: 'csv',
      kind: 'pupils',
      bytes: Buffer.from(text),
    });
    expect(counts(report)).toEqual(['pupils 3/0/0']);
  });

  test('writes one line of audit with counts and with who got authority', async () => {
    await importing(whole);
    const [entry, ...more] = await context.tables.audit.find({ action: 'roster.import' });
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ actorId: caller.userId, objectId: root, orgUnitId: root });
    const detail = JSON.parse(entry?.detail ?? '');
    expect(detail.sheets).toHaveLength(5);
    const principal = await context.tables.users.findOne({ username: 'T2' });
    expect(detail.authority).toEqual([expect.objectContaining({ userId: principal?.id, role: 'principal' })]);
  });

  test('takes text that looks like a formula for text', async () => {
    await importing({ 组织机构: [orgUnits[0] ?? [], ['S1', '=1+1', '学校', 'D1', null, '初中']] });
    expect((await context.tables.orgUnits.findOne({ code: 'S1' }))?.name).toBe('=1+1');
  });

  test('sent twice at the same time is imported once', async () => {
    const both = await Promise.all([importing(whole), importing(whole)]);
    expect(both.map(counts).sort()).toEqual([
      ['org-units 0/0/2', 'classes 0/0/3', 'staff 0/0/3', 'pupils 0/0/3', 'guardians 0/0/2'],
      ['org-units 2/0/0', 'classes 3/0/0', 'staff 3/0/0', 'pupils 3/0/0', 'guardians 2/0/0'],
    ]);
    expect(await context.tables.enrolments.count({})).toBe(3);
    expect(await context.tables.memberships.count({})).toBe(3);
  });

  test('of 2,000 pupils and their guardians is imported whole', async () => {
    await importing({ 组织机构: orgUnits, 班级: classes });
    const many = Array.from(
      { length: 2000 },
      (_, index) => {
        const body = `440390${20_130_901}${String(index % 1000).padStart(3, '0')}`;
        return index < 1000
          ? `J${body}${checkCharacter(body)}`
          : `L${body.slice(0, 14)}${String(index).padStart(4, '0')}`;
      },
      60_000,
    );
    const report = await importing({
      学生: [
        pupils[0] ?? [],
        ...many.map((no, i): Cells => [no, `学生${i}`, '女', null, 'S1-1', '2026-09-01']),
      ],
      监护人: [
        guardians[0] ?? [],
        ...many.map((no, i): Cells => [no, `家长${i}`, '母亲', `139${String(i).padStart(8, '0')}`]),
      ],
    });
    expect(counts(report)).toEqual(['pupils 2000/0/0', 'guardians 2000/0/0']);
    expect(await context.tables.enrolments.count({})).toBe(2000);
    expect(await context.tables.guardianLinks.count({})).toBe(2000);
  });
});

describe('a pupil who moves', () => {
  test('leaves the class on the day of entering the new one, and stays there on re-import', async () => {
    await importing(whole);
    const moved = { 学生: [pupils[0] ?? [], [n0, '李四', '女', null, 'S1-2', '2026-11-02']] };
    expect(counts(await importing(moved))).toEqual(['pupils 0/1/0']);
    expect(counts(await importing(moved))).toEqual(['pupils 0/0/1']);
    const pupil = await context.tables.students.findOne({ name: '李四' });
    const intervals = await context.tables.enrolments.find(
      { studentId: pupil?.id ?? '' },
      { order: [['validFrom', 'ASC']] },
    );
    expect(intervals.map((one) => [one.validFrom, one.validTo, one.reason])).toEqual([
      ['2026-09-01', '2026-11-02', 'entry'],
      ['2026-11-02', null, 'class-change'],
    ]);
  });

  test('is refused by a file that puts the pupil back before the move', async () => {
    await importing(whole);
    await importing({ 学生: [pupils[0] ?? [], [n0, '李四', '女', null, 'S1-2', '2026-11-02']] });
    const error = await refusal(importing(whole));
    expect(error.detail).toMatchObject({
      report: { errors: [{ sheet: '学生', line: 2, column: '入班日期', rule: 'enrolment-overlap' }] },
    });
  });

  test('to a school outside the import needs a transfer', async () => {
    await importing(whole);
    const elsewhere = {
      ...(await fileOf({
        组织机构: [orgUnits[0] ?? [], ['S9', '九中', '学校', 'D2', null, '初中']],
        班级: [classes[0] ?? [], ['S9-1', 'S9', 2026, 1]],
        学生: [pupils[0] ?? [], [n0, '李四', '女', null, 'S9-1', null]],
      })),
      orgUnitId: other,
    };
    const error = await refusal(importRoster(context, caller, elsewhere));
    expect(error.detail).toMatchObject({ report: { errors: [{ rule: 'enrolled-elsewhere' }] } });
  });
});

describe('a file with one bad row', () => {
  const bad = { ...whole, 监护人: [...guardians, [n2, '周九', '舅舅', '13900000001']] as Cells[] };

  test('changes nothing, and is answered with sheet, line, column and rule', async () => {
    const before = await everything();
    const error = await refusal(importing(bad));
    expect(error.code).toBe('roster-invalid');
    expect(error.detail).toMatchObject({
      report: { errors: [{ sheet: '监护人', line: 4, column: '关系', value: '舅舅', rule: 'choice' }] },
    });
    expect(await everything()).toEqual(before);
  });

  test('is answered the same by the preview, without an error', async () => {
    const preview = await previewRoster(context, caller, await fileOf(bad));
    expect((await refusal(importing(bad))).detail).toEqual({ report: preview });
  });

  test('does not leave a half when the database fails late', async () => {
    const before = await everything();
    const broken: TestContext = {
      ...context,
      sql: {
        ...context.sql,
        insert: async (table, rows) => {
          if (table === 'enrolment') throw new Error('disk full');
          await context.sql.insert(table, rows);
        },
      },
    };
    await expect(importRoster(broken, caller, await fileOf(whole))).rejects.toThrow('disk full');
    expect(await everything()).toEqual(before);
  });
});

describe('passwords of new accounts', () => {
  test('are unknown to everybody', async () => {
    await importing(whole);
    const [first] = await context.tables.users.find({}, { limit: 1 });
    expect(first?.passwordHash).toMatch(/^\$argon2id\$/);
    for (const guess of ['', 'undefined', 'oneplan2026', first?.username ?? ''])
      expect(await passwordMatches(first?.passwordHash ?? '', guess)).toBe(false);
  });

  test('are the initial password of a trial, if one is given', async () => {
    await importing(whole, { initialPassword: 'for-a-trial-1' });
    const teacher = await context.tables.users.findOne({ username: 'T1' });
    expect(await passwordMatches(teacher?.passwordHash ?? '', 'for-a-trial-1')).toBe(true);
  });
});

test('pupil numbers appear whole in no report, error, audit entry, log or column of text', async () => {
  const bare = n0.slice(1);
  const answers = [
    await importing(whole),
    await refusal(importing({ 学生: [pupils[0] ?? [], [n0, n1, '无', bare, n2, n0]] })),
    await refusal(importing({ 学生: [[n0, n1]], [n2]: [[n0]] })),
    await refusal(importing({ 监护人: [guardians[0] ?? [], [n2.replace('J', 'G'), n0, n1, bare]] })),
    await refusal(importing({ 教职工: [staff[0] ?? [], [n0, n0, bare, n0, bare]] })),
    await refusal(
      importRoster(context, caller, {
        orgUnitId: root,
        format: 'csv',
        kind: 'pupils',
        bytes: Buffer.from(`"${n0},${n1}\n`),
      }),
    ),
  ].map((answer) =>
    answer instanceof AppError ? JSON.stringify([answer.message, answer.detail]) : JSON.stringify(answer),
  );
  const stored = JSON.stringify(await everything());
  for (const number of numbers) {
    for (const text of [...answers, stored, ...logged]) {
      expect(text).not.toContain(number);
      expect(text).not.toContain(number.slice(1, 18));
      expect(text).not.toContain(number.slice(5, 16));
    }
  }
});

describe('a file that cannot be read', () => {
  const plain = (bytes: Buffer, more: Partial<RosterInput> = {}): RosterInput => ({
    orgUnitId: root,
    format: 'xlsx',
    bytes,
    ...more,
  });

  test.each([
    ['is not what it says', plain(Buffer.from('学籍号')), 'media-type-not-allowed'],
    ['is too large', plain(Buffer.alloc(20 * 1024 * 1024 + 1)), 'payload-too-large'],
    ['is CSV without saying of what', plain(Buffer.from('a'), { format: 'csv' }), 'invalid-request'],
    [
      'is for a unit that does not exist',
      plain(Buffer.from('编码,名称,类别'), { format: 'csv', kind: 'org-units', orgUnitId: caller.userId }),
      'not-found',
    ],
  ])('because it %s is refused', async (_, input, code) => {
    expect((await refusal(importRoster(context, caller, input))).code).toBe(code);
    expect((await refusal(previewRoster(context, caller, input))).code).toBe(code);
  });
});
