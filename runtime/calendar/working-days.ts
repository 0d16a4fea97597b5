import type { WorkingCalendar } from '../engine/working-calendar.ts';
import { addDuration, type IsoDuration } from '../model/iso8601.ts';
import { type CalendarDay, dayOf } from './calendar-date.ts';
import { isStatutoryWorkingDay } from './statutory-days.ts';
import { zonedTime } from './zoned-time.ts';

const dayLength = 86_400_000;

export interface WorkingCalendarOptions {
  /** IANA name; days begin and end at its midnight. */
  readonly timeZone: string;
  /** Days off beside the statutory ones, `YYYY-MM-DD`. */
  readonly holidays?: readonly string[];
  /** Working days whatever the statutory calendar says. A date in both lists is a day off. */
  readonly workingDays?: readonly string[];
}

/**
 * A calendar in which only working days count, 24 hours each. From a working day, P5D leads to the same time of the
 * fifth working day after it; what begins on a day off counts from the midnight that begins the next working day, so that a
 * period is never shorter than so many whole working days. Years and months go by the calendar, before the days.
 */
export function workingCalendar(options: WorkingCalendarOptions): WorkingCalendar {
  const zone = zonedTime(options.timeZone);
  const holidays = new Set(options.holidays?.map(dayOf));
  const workingDays = new Set(options.workingDays?.map(dayOf));
  const known = new Map<CalendarDay, boolean>();
  const isWorkingDay = (day: CalendarDay): boolean => {
    let working = known.get(day);
    if (working === undefined) {
      working = !holidays.has(day) && (workingDays.has(day) || isStatutoryWorkingDay(day));
      known.set(day, working);
    }
    return working;
  };
  const nextWorkingDay = (day: CalendarDay): CalendarDay => {
    let next = day + 1;
    while (!isWorkingDay(next)) next++;
    return next;
  };
  return {
    addWorkingDays(instant, duration) {
      const { years, months, days, hours, minutes, seconds } = duration;
      const start = zone.wallAt(addDuration(instant, { ...none, years, months }));
      let { day, time } = isWorkingDay(start.day) ? start : { day: nextWorkingDay(start.day), time: 0 };
      time += Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
      const whole = Math.floor(time / dayLength);
      time -= whole * dayLength;
      for (let left = days + whole; left > 0; left--) day = nextWorkingDay(day);
      return zone.instantAt({ day, time });
    },
  };
}

const none: IsoDuration = { years: 0, months: 0, days: 0, hours: 0, minutes: 0, seconds: 0 };
