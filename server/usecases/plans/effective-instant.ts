import { dayOf } from '@oneplan/runtime/calendar/calendar-date.ts';
import { zonedTime } from '@oneplan/runtime/calendar/zoned-time.ts';
import type { Context } from '../../context.ts';

/** When a version begins to govern: as its first day begins in the jurisdiction's time zone, or now, if that is past. Throws RangeError for what is no date. */
export function effectiveInstant(context: Context, effectiveOn: string | null): number {
  const now = context.now();
  if (effectiveOn === null) return now;
  return Math.max(now, zonedTime(context.timeZone).instantAt({ day: dayOf(effectiveOn), time: 0 }));
}
