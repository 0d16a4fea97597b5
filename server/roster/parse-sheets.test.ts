import { describe, expect, test } from '@jest/globals';
import { parseSheets } from './parse-sheets.ts';
import { Report } from './report.ts';
import type { RosterKind } from './sheet.ts';

const heading = ['学籍号', '姓名', '性别', '出生日期', '班级编码', '入班日期'];
const good = ['L440390201309120417', '李四', '女', '2013-09-12', 'C1', '2026-09-01'];

function parse(sheets: Readonly<Record<string, readonly (readonly string[])[]>>, kind?: RosterKind) {
  const report = new Report();
  const raw = Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((cells, index) => ({ line: index + 1, cells })),
  }));
  const lines = parseSheets(raw, report, kind);
  return { lines, ...report.result() };
}
const brief = (errors: ReturnType<typeof parse>['errors']) =>
  errors.map((error) => [error.line, error.column, error.rule]);

describe('sheets', () => {
  test('are known by their Chinese or English name; notes and empty sheets are left alone', () => {
    const { lines, errors, sheets } = parse({ ' Students ': [heading, good], 填写说明: [['x']], Sheet2: [] });
    expect(errors).toEqual([]);
    expect([...lines.keys()]).toEqual(['pupils']);
    expect(sheets).toEqual([
      { kind: 'pupils', sheet: ' Students ', rows: 1, created: 0, updated: 0, unchanged: 0 },
    ]);
  });

  test('of another name are refused', () => {
    expect(brief(parse({ 花名册: [heading, good] }).errors)).toEqual([[1, '', 'unknown-sheet']]);
  });

  test('of another name are taken when the caller says what they are', () => {
    expect(parse({ 花名册: [heading, good] }, 'pupils').errors).toEqual([]);
  });

  test('of the same kind are refused', () => {
    expect(brief(parse({ 学生: [heading], pupils: [heading] }).errors)).toEqual([[1, '', 'duplicate-sheet']]);
  });
});

describe('headings', () => {
  test('may stand in any order, in English, with a column of remarks', () => {
    const { lines, errors } = parse({
      班级: [
        ['备注', 'Name', 'Cohort', 'School', 'Code'],
        ['-', '3', '2026', 'S1', 'C1'],
      ],
    });
    expect(errors).toEqual([]);
    expect(lines.get('classes')?.[0]?.values).toEqual({
      code: 'C1',
      school: 'S1',
      cohort: '2026',
      name: '3',
    });
  });

  test.each([
    [['学籍号', '姓名', '性别'], [[1, '班级编码', 'missing-column']]],
    [[...heading, '民族'], [[1, '民族', 'unknown-column']]],
    [[...heading, '__proto__'], [[1, '__proto__', 'unknown-column']]],
    [[...heading, '姓名'], [[1, '姓名', 'duplicate-column']]],
  ])('%j are refused by column, and the rows below are not read', (cells, expected) => {
    const { errors, lines } = parse({ 学生: [cells, good] });
    expect(brief(errors)).toEqual(expected);
    expect(lines.get('pupils')).toEqual([]);
  });

  test('that are really a row of data are not repeated in the report', () => {
    expect(JSON.stringify(parse({ 学生: [good] }))).not.toContain('20130912');
  });
});

describe('cells', () => {
  test('are reported by sheet, line, column, value and rule, and good rows go on', () => {
    const { errors, lines } = parse({
      学生: [
        heading,
        good,
        ['L440390201309120417X', '', '无', '2013-02-30', 'C 1', '昨天'],
        ['', '李\u200b四', '1', '', 'C1', ''],
      ],
    });
    expect(errors.map(({ sheet, line, column, value, rule }) => [sheet, line, column, value, rule])).toEqual([
      ['学生', 3, '学籍号', 'L44************', 'student-number-shape'],
      ['学生', 3, '姓名', '', 'required'],
      ['学生', 3, '性别', '无', 'choice'],
      ['学生', 3, '出生日期', '2013-02-30', 'date'],
      ['学生', 3, '班级编码', 'C 1', 'code'],
      ['学生', 3, '入班日期', '昨天', 'date'],
      ['学生', 4, '学籍号', '', 'required'],
      ['学生', 4, '姓名', '李\u200b四', 'control-character'],
    ]);
    expect(lines.get('pupils')?.map((line) => line.bad)).toEqual([false, true, true]);
  });

  test('explain themselves in a sentence', () => {
    const { errors } = parse({ 学生: [heading, [...good.slice(0, 2), '无', ...good.slice(3)]] });
    expect(errors[0]?.message).toBe('The cell must be one of: 男, 女.');
  });

  test('beyond 5,000 errors are counted, not listed', () => {
    const { errors } = parse({
      学生: [heading, ...Array.from({ length: 6000 }, () => ['x', ...good.slice(1)])],
    });
    expect(errors).toHaveLength(5001);
    expect(errors.at(-1)).toMatchObject({ rule: 'more-errors', message: expect.stringContaining('1000') });
  });
});
