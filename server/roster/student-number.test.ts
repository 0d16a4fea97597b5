import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { birthDateIn, checkCharacter, maskStudentNumber, studentNumberProblem } from './student-number.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

describe('checkCharacter', () => {
  test.each([
    // Published examples: GB 11643-1999 appendix, and ISO 7064's own (0794 -> 0).
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
    ['0794', '0'],
  ])('of %s is %s', (text, character) => {
    expect(checkCharacter(text)).toBe(character);
  });

  test('makes the weighted sum 1 modulo 11', () => {
    fc.assert(
      fc.property(digits(17), (text) => {
        const values = [...text, checkCharacter(text)].map((c) => (c === 'X' ? 10 : Number(c)));
        const sum = values.reduce(
          (total, value, index) => total + value * 2 ** (values.length - 1 - index),
          0,
        );
        expect(sum % 11).toBe(1);
      }),
    );
  });

  test('changes when one digit is mistyped or two neighbours are swapped', () => {
    fc.assert(
      fc.property(digits(17), fc.nat(15), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const mistyped = text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1);
        expect(checkCharacter(mistyped)).not.toBe(checkCharacter(text));
        fc.pre(text[at] !== text[at + 1]);
        const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
        expect(checkCharacter(swapped)).not.toBe(checkCharacter(text));
      }),
    );
  });
});

describe('studentNumberProblem', () => {
  const j = (body: string) => `J${body}${checkCharacter(body)}`;

  test.each(['G11010519491231002X', 'G440524188001010014', j('44039020130912001'), 'L440390201309120417'])(
    'accepts %s',
    (text) => {
      expect(studentNumberProblem(text)).toBeNull();
    },
  );

  test.each([
    ['', 'student-number-shape'],
    ['11010519491231002X', 'student-number-shape'],
    ['g11010519491231002X', 'student-number-shape'],
    ['G11010519491231002x', 'student-number-shape'],
    ['G1101051949123100', 'student-number-shape'],
    ['L44039020130912041X', 'student-number-shape'],
    ['A440390201309120417', 'student-number-shape'],
    ['G11010519491231002X\n', 'student-number-shape'],
    ['L440390201302300417', 'student-number-date'],
    ['L440390201313010417', 'student-number-date'],
    ['G110105194912310021', 'student-number-check-character'],
    ['G440524188001010015', 'student-number-check-character'],
  ])('refuses %j: %s', (text, problem) => {
    expect(studentNumberProblem(text)).toBe(problem);
  });
});

test('birthDateIn reads the date at the same place of every kind', () => {
  expect(birthDateIn('L440390201309120417')).toBe('2013-09-12');
  expect(birthDateIn('G11010519491231002X')).toBe('1949-12-31');
});

test('maskStudentNumber shows neither birth date nor sequence', () => {
  expect(maskStudentNumber('L440390201309120417')).toBe('L440390********17');
});
