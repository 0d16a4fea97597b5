import { describe, expect, test } from '@jest/globals';
import { durationMilliseconds } from '@oneplan/runtime/plan/duration.ts';
import fc from 'fast-check';
import { waitText } from './wait-text.ts';

describe('the text of a wait', () => {
  test.each([
    [7 * 86_400_000, 'P7D'],
    [3_600_000, 'PT1H'],
    [90_000, 'PT90S'],
    [86_400_000 + 7_200_000, 'P1DT2H'],
    [0, 'PT0H'],
  ])('of %i ms is %s', (milliseconds, text) => {
    expect(waitText(milliseconds)).toBe(text);
  });

  test('is as long as what was asked for, rounded up to a second, and never negative', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 9_000 * 86_400_000 }), (milliseconds) => {
        const expected = Math.max(0, Math.ceil(milliseconds / 1_000) * 1_000);
        expect(durationMilliseconds(waitText(milliseconds))).toBe(expected);
      }),
    );
  });
});
