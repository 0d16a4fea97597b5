import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { type CalendarDay, dateText, weekdayOf, yearOf } from './calendar-date.ts';
import { lawfulDaysOff } from './festivals.ts';

/**
 * Published arrangements (国务院办公厅关于部分节假日安排的通知), one entry a day, from the data of `chinese-days`.
 * Only its data is used: its functions answer by the time zone of the machine.
 */
const daysOff: Readonly<Record<string, unknown>> = published.holidays;
const workingWeekends: Readonly<Record<string, unknown>> = published.workdays;

/** The last year whose arrangement is known here. Later ones count by the law alone. */
export const publishedThrough: number = Math.max(
  ...Object.keys(daysOff)
    .filter((date) => date.endsWith('-10-01'))
    .map((date) => Number(date.slice(0, 4))),
);

const lawful = new Map<number, ReadonlySet<CalendarDay>>();

/**
 * Whether a day is a working day in the whole country. Of a year that is not yet published, weekends and the days off
 * that the law gives are none, and no weekend is worked: a festival is never taken for a working day, a bridge day
 * may be.
 */
export function isStatutoryWorkingDay(day: CalendarDay): boolean {
  const date = dateText(day);
  if (Object.hasOwn(workingWeekends, date)) return true;
  if (Object.hasOwn(daysOff, date) || weekdayOf(day) === 0 || weekdayOf(day) === 6) return false;
  const year = yearOf(day);
  if (year <= publishedThrough) return true;
  const off = lawful.get(year) ?? lawfulDaysOff(year);
  lawful.set(year, off);
  return !off.has(day);
}
