import type { WorkingCalendar } from '../engine/working-calendar.ts';
import { workingCalendar } from './working-days.ts';

/** `calendar` of plan.json: where a plan's working days differ from the statutory ones. Dates are `YYYY-MM-DD`. */
export interface PlanCalendar {
  readonly holidays: readonly string[];
  readonly workingDays: readonly string[];
}

/** One calendar a plan and zone: they hold tables that are worth keeping. */
const made = new WeakMap<object, Map<string, WorkingCalendar>>();

/** The working days of a plan in a time zone: the statutory calendar with what its `calendar` lays down otherwise. */
export function calendarOf(
  manifest: { readonly calendar?: PlanCalendar | undefined },
  timeZone: string,
): WorkingCalendar {
  const zones = made.get(manifest) ?? new Map<string, WorkingCalendar>();
  made.set(manifest, zones);
  const calendar = zones.get(timeZone) ?? workingCalendar({ timeZone, ...manifest.calendar });
  zones.set(timeZone, calendar);
  return calendar;
}
