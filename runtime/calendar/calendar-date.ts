const day = 86_400_000;

/** A date of the calendar without time and zone, as the number of days since 1970-01-01. */
export type CalendarDay = number;

/** `YYYY-MM-DD`. */
export function dateText(of: CalendarDay): string {
  return new Date(of * day).toISOString().slice(0, 10);
}

/** Throws RangeError for what is no date of the calendar. */
export function dayOf(date: string): CalendarDay {
  const instant = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(instant) || dateText(instant / day) !== date)
    throw new RangeError(`${date} is not a date of the calendar such as 2026-10-01.`);
  return instant / day;
}

export function yearOf(of: CalendarDay): number {
  return new Date(of * day).getUTCFullYear();
}

/** 0 is Sunday. */
export function weekdayOf(of: CalendarDay): number {
  return new Date(of * day).getUTCDay();
}
