import { describe, expect, test } from '@jest/globals';
import { type IsoDuration, parseDuration } from '../model/iso8601.ts';
import { calendarOf } from './plan-calendar.ts';
import { workingCalendar } from './working-days.ts';

const shanghai = workingCalendar({ timeZone: 'Asia/Shanghai' });
const duration = (text: string): IsoDuration => {
  const parsed = parseDuration(text);
  if (!parsed) throw new Error(`${text} is no duration`);
  return parsed;
};
/** Both in Beijing time, `2026-10-01 09:30`. */
const after = (start: string, period: string, calendar = shanghai) => {
  const due = calendar.addWorkingDays(Date.parse(`${start.replace(' ', 'T')}:00+08:00`), duration(period));
  return new Date(due + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
};

test.each([
  ['an ordinary week', '2026-11-23 09:30', 'P5D', '2026-11-30 09:30'],
  ['a weekend between', '2026-11-20 17:05', 'P1D', '2026-11-23 17:05'],
  ['the week of National Day 2026', '2026-09-30 10:00', 'P1D', '2026-10-08 10:00'],
  ['a Saturday that is worked for it', '2026-10-08 10:00', 'P5D', '2026-10-14 10:00'],
  ['a Sunday that is worked before it', '2026-09-18 10:00', 'P1D', '2026-09-20 10:00'],
  ['Spring Festival 2026, with both Saturdays', '2026-02-12 08:00', 'P5D', '2026-02-26 08:00'],
  ['Spring Festival 2025', '2025-01-24 08:00', 'P5D', '2025-02-07 08:00'],
  ['New Year, whose Sunday is worked', '2025-12-31 12:00', 'P1D', '2026-01-04 12:00'],
  ['hours of working days', '2026-11-20 10:00', 'PT36H', '2026-11-23 22:00'],
  ['hours that reach past midnight', '2026-11-20 20:00', 'PT6H', '2026-11-23 02:00'],
  ['a month by the calendar, then days', '2026-10-23 10:00', 'P1M1D', '2026-11-24 10:00'],
  ['nothing', '2026-11-20 10:00', 'PT0S', '2026-11-20 10:00'],
])('counts %s', (_name, start, period, due) => {
  expect(after(start, period)).toBe(due);
});

test('a period that begins on a day off counts whole working days from the next one on', () => {
  expect(after('2026-11-21 15:00', 'P5D')).toBe('2026-11-30 00:00');
  expect(after('2026-10-03 15:00', 'P1D')).toBe('2026-10-09 00:00');
});

describe('a year that is not published yet', () => {
  test.each([
    ['National Day: the three days of the law', '2035-09-28 10:00', 'P2D', '2035-10-05 10:00'],
    ['a festival on a weekend moves to the next working day', '2028-12-29 10:00', 'P1D', '2029-01-02 10:00'],
    ['New Year’s Day on a Saturday', '2033-12-30 10:00', 'P1D', '2034-01-03 10:00'],
    ['Spring Festival from the eve to the third', '2029-02-09 10:00', 'P1D', '2029-02-16 10:00'],
    ['Dragon Boat on a Saturday', '2029-06-15 10:00', 'P1D', '2029-06-19 10:00'],
    ['an ordinary week', '2035-11-05 10:00', 'P5D', '2035-11-12 10:00'],
  ])('%s', (_name, start, period, due) => {
    expect(after(start, period)).toBe(due);
  });
});

describe('a plan', () => {
  const plan = { calendar: { holidays: ['2026-11-25'], workingDays: ['2026-11-28', '2026-12-05'] } };

  test('takes days off and adds working days', () => {
    expect(after('2026-11-23 09:00', 'P5D', calendarOf(plan, 'Asia/Shanghai'))).toBe('2026-11-30 09:00');
    expect(after('2026-11-24 09:00', 'P1D', calendarOf(plan, 'Asia/Shanghai'))).toBe('2026-11-26 09:00');
    expect(after('2026-11-27 09:00', 'P1D', calendarOf(plan, 'Asia/Shanghai'))).toBe('2026-11-28 09:00');
  });

  test('without a calendar of its own has the statutory one', () => {
    expect(after('2026-09-30 10:00', 'P1D', calendarOf({}, 'Asia/Shanghai'))).toBe('2026-10-08 10:00');
  });

  test('keeps its calendar', () => {
    expect(calendarOf(plan, 'Asia/Shanghai')).toBe(calendarOf(plan, 'Asia/Shanghai'));
    expect(calendarOf(plan, 'Asia/Urumqi')).not.toBe(calendarOf(plan, 'Asia/Shanghai'));
  });

  test('refuses a date that no calendar has', () => {
    expect(() =>
      calendarOf({ calendar: { holidays: ['2026-02-30'], workingDays: [] } }, 'Asia/Shanghai'),
    ).toThrow('2026-02-30 is not a date of the calendar');
  });
});

test('days begin at the midnight of the time zone, whatever its clocks do', () => {
  const newYork = workingCalendar({ timeZone: 'America/New_York' });
  // Friday, 6 March 2026, 20:00 in New York; clocks go forward on Sunday.
  const friday = Date.parse('2026-03-06T20:00:00-05:00');
  expect(new Date(newYork.addWorkingDays(friday, duration('P1D'))).toISOString()).toBe(
    '2026-03-10T00:00:00.000Z',
  );
});
