import { expect, test } from '@jest/globals';
import { durationAmount, durationIn, durationText } from './duration-words.ts';

test.each([
  ['P7D', 7, 'D'],
  ['P2W', 2, 'W'],
  ['PT36H', 36, 'H'],
  ['P1DT12H', 36, 'H'],
  ['PT5M', 5, 'M'],
] as const)('%s is %d %s', (text, amount, unit) => {
  expect(durationAmount(text)).toEqual({ amount, unit });
});

test.each(['', 'P', 'PT', 'P1Y', 'seven'])('%j is no duration', (text) => {
  expect(durationAmount(text)).toBeNull();
});

test('an amount is written as it was read', () => {
  for (const text of ['P7D', 'P2W', 'PT36H', 'PT5M', 'PT30S']) {
    const found = durationAmount(text);
    expect(found && durationText(found)).toBe(text);
  }
});

test('a length can be told in another unit', () => {
  expect(durationIn('P2W', 'D')).toBe(14);
  expect(durationIn('PT36H', 'D')).toBe(1.5);
});
