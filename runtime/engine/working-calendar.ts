import type { IsoDuration } from '../model/iso8601.ts';

/** Which days are working days: the statutory calendar, with what a plan lays down otherwise. */
export interface WorkingCalendar {
  /** The instant (ms since 1970) that lies a duration of working days behind another; time of day is kept. */
  addWorkingDays(instant: number, duration: IsoDuration): number;
}
