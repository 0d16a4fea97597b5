import { describe, expect, test } from '@jest/globals';
import { duration, durationMilliseconds } from './duration.ts';

const day = 24 * 3_600_000;

describe('duration', () => {
  test.each([
    ['P7D', 7 * day],
    ['P1W', 7 * day],
    ['P1W2D', 9 * day],
    ['PT36H', 1.5 * day],
    ['P1DT1H1M1S', day + 3_661_000],
    ['PT0S', 0],
  ])('%s is %d milliseconds', (text, milliseconds) => {
    expect(duration.safeParse(text).success).toBe(true);
    expect(durationMilliseconds(text)).toBe(milliseconds);
  });

  test.each(['', 'P', 'PT', 'P1M', 'P1Y', 'P1DT', '7D', 'P-1D', 'P1.5D', 'PT1H ', 'p7d', 'P1D1W'])(
    'refuses “%s”',
    (text) => {
      expect(duration.safeParse(text).success).toBe(false);
      expect(() => durationMilliseconds(text)).toThrow(RangeError);
    },
  );
});
