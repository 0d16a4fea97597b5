import { describe, expect, test } from '@jest/globals';
import { firstOccurrence, occurrenceAfter, parseRepetition } from './repetition.ts';

const HOUR = 3_600_000;
const hourly = parseRepetition('R3/PT1H') ?? {
  times: 0,
  period: { years: 0, months: 0, days: 0, hours: 0, minutes: 0, seconds: 0 },
};

describe('a repeating interval', () => {
  test.each([
    'R0/PT1H',
    'R3/PT0S',
    'R3',
    'PT1H',
    'R3/P1X',
    'R/2026-09-01/P1D',
    '0 0 8 * * ?',
    'R3/PT1H/2026-09-01T08:00:00Z',
  ])('is not %s', (text) => {
    expect(parseRepetition(text)).toBeUndefined();
  });

  test('occurs one period after it is set up, as often as it says', () => {
    const first = firstOccurrence(hourly, 0);
    expect(first).toEqual({ due: HOUR, left: 2 });
    const second = first && occurrenceAfter(first, hourly.period, HOUR);
    expect(second).toEqual({ due: 2 * HOUR, left: 1 });
    expect(occurrenceAfter({ due: 3 * HOUR, left: 0 }, hourly.period, 3 * HOUR)).toBeUndefined();
  });

  test('occurs at a start that is to come, and then as often as it says', () => {
    const repetition = parseRepetition('R2/1970-01-01T01:00:00Z/PT1H');
    expect(repetition && firstOccurrence(repetition, 0)).toEqual({ due: HOUR, left: 2 });
  });

  test('leaves out what should have been while nobody was there', () => {
    expect(occurrenceAfter({ due: HOUR, left: 2 }, hourly.period, 2.5 * HOUR)).toEqual({
      due: 3 * HOUR,
      left: 0,
    });
    expect(occurrenceAfter({ due: HOUR, left: 2 }, hourly.period, 9 * HOUR)).toBeUndefined();
  });

  test('has no end without a number', () => {
    const endless = parseRepetition('R/P1D');
    expect(endless && firstOccurrence(endless, 0)).toEqual({ due: 24 * HOUR, left: -1 });
  });

  test('fired before its time it stays due', () => {
    expect(occurrenceAfter({ due: HOUR, left: 2 }, hourly.period, 0)).toEqual({ due: HOUR, left: 2 });
  });
});
