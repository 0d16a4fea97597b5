import type { CalendarDay } from './calendar-date.ts';

const day = 86_400_000;

/** What clock and calendar on the wall show: the day, and the milliseconds since its midnight. */
export interface WallTime {
  readonly day: CalendarDay;
  readonly time: number;
}

/** Converts between instants (ms since 1970, UTC) and the wall of one IANA time zone. */
export interface ZonedTime {
  wallAt(instant: number): WallTime;
  /** A time that the clocks skip becomes the one after the gap; of a time that comes twice, the first. */
  instantAt(wall: WallTime): number;
}

/** Throws RangeError when the zone is unknown. */
export function zonedTime(timeZone: string): ZonedTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsetAt = (instant: number): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, date, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  };
  return {
    wallAt(instant) {
      const local = instant + offsetAt(instant);
      const whole = Math.floor(local / day);
      return { day: whole, time: local - whole * day };
    },
    instantAt(wall) {
      const local = wall.day * day + wall.time;
      const before = local - offsetAt(local - day);
      return before + offsetAt(before) === local ? before : local - offsetAt(before);
    },
  };
}
