import { defaultTimeZone, sayMoment } from '@oneplan/runtime/ui/dates.ts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The time of an instant on the local clock, `17:02`; null when it was on another day. */
export function clockTime(instant: string, now: number, timeZone = defaultTimeZone): string | null {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const at = new Date(instant);
  if (Number.isNaN(at.getTime()) || day.format(at) !== day.format(now)) return null;
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}

/** When something was saved: the time of today, else the day too. Unlike 刚刚 it stays true while it is shown. */
export function useSayClock(): (instant: string) => string {
  const { t } = useTranslation('ui');
  return useCallback(
    (instant) => {
      const now = Date.now();
      return (
        clockTime(instant, now) ??
        sayMoment(instant, { now, t: (key, values) => String(t(key, { ...values })) })
      );
    },
    [t],
  );
}
