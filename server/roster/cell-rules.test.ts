import { describe, expect, test } from '@jest/globals';
import * as rules from './cell-rules.ts';

const gender = rules.oneOf({ 男: '1', 女: '2', 1: '1', 2: '2' });

describe('a cell that holds is brought into its one stored form', () => {
  test.each([
    [rules.date, '2026-09-01', '2026-09-01'],
    [rules.date, '2026/9/1', '2026-09-01'],
    [rules.date, '2026.09.01', '2026-09-01'],
    [rules.date, '20260901', '2026-09-01'],
    [rules.date, '2026年9月1日', '2026-09-01'],
    [rules.date, '２０２６－０９－０１', '2026-09-01'],
    [rules.entryCohort, '2026', '2026'],
    [rules.entryCohort, '2026级', '2026'],
    [rules.code(10), 'Ａ-1_2.3', 'A-1_2.3'],
    [rules.text(4), '欧阳娜娜', '欧阳娜娜'],
    [gender, '女', '2'],
    [gender, '1', '1'],
    [rules.account, '13900000000', '13900000000'],
    [rules.account, 'li.wu@example', 'li.wu@example'],
    [rules.studentNumber, ' G11010519491231002x', 'G11010519491231002X'],
    [rules.className, '03', '3'],
    [rules.className, '初一(3)班', '初一(3)班'],
  ])('%# %s', (rule, cell, value) => {
    expect(rule(cell)).toBe(value);
  });
});

describe('a cell that does not hold names its rule', () => {
  test.each([
    [rules.date, '2026-02-30', 'date'],
    [rules.date, '2026-13-01', 'date'],
    [rules.date, '26-9-1', 'date'],
    [rules.date, '2026-9', 'date'],
    [rules.date, '1899-01-01', 'date'],
    [rules.date, '46266', 'date'],
    [rules.entryCohort, '26', 'entry-cohort'],
    [rules.entryCohort, '1999', 'entry-cohort'],
    [rules.code(5), '123456', 'code'],
    [rules.code(5), '-1', 'code'],
    [rules.code(20), '__proto__', 'code'],
    [rules.text(3), '欧阳娜娜', 'too-long'],
    [gender, '3', 'choice'],
    [gender, 'constructor', 'choice'],
    [rules.account, '张三', 'account'],
    [rules.account, 'x', 'account'],
    [rules.account, 'L440390201309120417', 'account'],
    [rules.account, '11010519491231002X', 'account'],
    [rules.studentNumber, 'L44039020130912041', 'student-number-shape'],
    [rules.studentNumber, 'L440390201313120417', 'student-number-date'],
    [rules.studentNumber, 'G110105194912310021', 'student-number-check-character'],
  ])('%# %s', (rule, cell, name) => {
    expect(rule(cell)).toMatchObject({ rule: name });
  });

  test('a choice lists one word for each meaning', () => {
    expect(gender('x')).toEqual({ rule: 'choice', detail: '男, 女' });
  });
});
