import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reportable, reportableStudentNumber } from './masking.ts';
import { checkCharacter } from './student-number.ts';

describe('reportable', () => {
  test.each([
    ['L440390201309120417', 'L440390********17'],
    ['G11010519491231002X', 'G110105********2X'],
    ['Ｌ440390201309120417', 'L440390********17'],
    ['11010519491231002X', '110************'],
    ['110105 19491231 002X', '110************'],
    ['张三 11010519491231002X', '张三 110************'],
    ['13800138000', '138****8000'],
    ['张三', '张三'],
    ['9440305001-2026-01', '9440305001-2026-01'],
  ])('%s becomes %s', (value, shown) => {
    expect(reportable(value)).toBe(shown);
  });
});

test('no pupil number, whole or mistyped, tells its birth date', () => {
  const body = fc
    .tuple(
      fc.integer({ min: 100_000, max: 899_999 }),
      fc.date({ min: new Date('2008-01-01'), max: new Date('2016-12-31'), noInvalidDate: true }),
      fc.integer({ min: 100, max: 999 }),
    )
    .map(([region, born, sequence]) => ({
      born: born.toISOString().slice(0, 10).replaceAll('-', ''),
      region,
      sequence,
    }));
  fc.assert(
    fc.property(body, fc.constantFrom('G', 'J', 'L', '', 'X'), ({ born, region, sequence }, letter) => {
      const digits = `${region}${born}${sequence}`;
      const number = letter + digits + checkCharacter(digits);
      for (const shown of [
        reportable(number),
        reportableStudentNumber(number),
        reportableStudentNumber(number.slice(0, -2)),
      ])
        expect(shown).not.toContain(born);
    }),
  );
});
