import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultTimeZone } from '../../ui/dates.ts';

/** A date that somebody filled in, on the calendar of the jurisdiction; with the time where it has one. */
export function useCalendarDate(): (iso: string, withTime: boolean) => string {
  const { i18n } = useTranslation();
  return useCallback(
    (iso, withTime) =>
      new Intl.DateTimeFormat(i18n.language, {
        timeZone: defaultTimeZone,
        dateStyle: 'long',
        ...(withTime ? { timeStyle: 'short' } : {}),
      }).format(new Date(iso)),
    [i18n.language],
  );
}
