import { expect, test } from '@jest/globals';
import { passwordFaults } from './password-rules.ts';

test('finds nothing wrong with a long new password entered twice', () => {
  expect(passwordFaults({ current: 'old', next: 'a-long-enough', repeat: 'a-long-enough' })).toEqual({});
});

test('names each fault at its field', () => {
  expect(passwordFaults({ current: '', next: 'short', repeat: 'other' })).toEqual({
    current: 'currentMissing',
    next: 'tooShort',
    repeat: 'differs',
  });
});

test('refuses the present password as the new one', () => {
  expect(
    passwordFaults({ current: 'a-long-enough', next: 'a-long-enough', repeat: 'a-long-enough' }),
  ).toEqual({ next: 'same' });
});
