import { describe, expect, test } from '@jest/globals';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { dateText, dayOf } from './calendar-date.ts';
import { festivalDays, lawfulDaysOff } from './festivals.ts';
import { isStatutoryWorkingDay, publishedThrough } from './statutory-days.ts';

test('knows the arrangement of the current year', () => {
  expect(publishedThrough).toBeGreaterThanOrEqual(2026);
});

test('the days of the law lie within what was published since it is in force', () => {
  const missing = [2025, 2026].flatMap((year) =>
    [...lawfulDaysOff(year)].map(dateText).filter((date) => isStatutoryWorkingDay(dayOf(date))),
  );
  expect(missing).toEqual([]);
});

describe('the festivals agree with what was published', () => {
  const years = Array.from({ length: publishedThrough - 2013 + 1 }, (_, index) => 2013 + index);
  test.each(years)('%i', (year) => {
    const arrangements: Readonly<Record<string, string>> = published.holidays;
    const { 春节: springFestival = [], ...others } = festivalDays(year);
    // New Year's Eve, and the second day of Labour Day, were not always days off.
    const festivals = { ...others, 劳动节: others.劳动节?.slice(0, 1) ?? [], 春节: springFestival.slice(1) };
    for (const [name, days] of Object.entries(festivals))
      for (const day of days)
        expect(`${dateText(day)} ${arrangements[dateText(day)]}`).toMatch(new RegExp(`${name}|国庆节|中秋`));
  });
});

test.each(['2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])('%s is worked', (date) => {
  expect(isStatutoryWorkingDay(dayOf(date))).toBe(true);
});
