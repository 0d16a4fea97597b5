import { describe, expect, test } from '@jest/globals';
import { addDuration, parseDuration, parseInstant } from './iso8601.ts';

const add = (from: string, duration: string) => {
  const parsed = parseDuration(duration);
  return parsed === undefined ? undefined : new Date(addDuration(Date.parse(from), parsed)).toISOString();
};

describe('durations', () => {
  test.each([
    ['2026-01-31T00:00:00Z', 'P1M', '2026-02-28T00:00:00.000Z'],
    ['2028-01-31T00:00:00Z', 'P1M', '2028-02-29T00:00:00.000Z'],
    ['2028-02-29T12:00:00Z', 'P1Y', '2029-02-28T12:00:00.000Z'],
    ['2026-11-30T00:00:00Z', 'P3M', '2027-02-28T00:00:00.000Z'],
    ['2026-12-15T00:00:00Z', 'P1Y1M1DT1H1M1S', '2028-01-16T01:01:01.000Z'],
    ['2026-09-07T00:00:00Z', 'P2W', '2026-09-21T00:00:00.000Z'],
    ['2026-09-07T00:00:00Z', 'PT36H', '2026-09-08T12:00:00.000Z'],
    ['2026-09-07T00:00:00Z', 'PT0.25S', '2026-09-07T00:00:00.250Z'],
    ['2026-09-07T00:00:00Z', 'P0D', '2026-09-07T00:00:00.000Z'],
  ])('%s + %s is %s', (from, duration, expected) => {
    expect(add(from, duration)).toBe(expected);
  });

  test.each([
    '',
    'P',
    'PT',
    'P1',
    '7D',
    'P-1D',
    '-P1D',
    'P1W1D',
    'P1.5D',
    'P1DT',
    'R3/PT1H',
    'P1D ',
    'PT1M1H',
  ])('%p is not a duration', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('instants', () => {
  test.each([
    ['2026-09-01T08:00:00+08:00', '2026-09-01T00:00:00.000Z'],
    ['2026-09-01T08:00+0800', '2026-09-01T00:00:00.000Z'],
    ['2026-09-01T00:00:00.5Z', '2026-09-01T00:00:00.500Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(parseInstant(text) ?? Number.NaN).toISOString()).toBe(expected);
  });

  test.each([
    '2026-09-01',
    '2026-09-01T08:00:00',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    'tomorrow',
    '',
  ])('%p is not an instant', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
