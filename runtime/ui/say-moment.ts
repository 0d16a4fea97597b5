import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { sayMoment } from './dates.ts';

/** An instant in people’s words, for the middle of a sentence. */
export function useSayMoment(): (instant: string) => string {
  const { t } = useTranslation('ui');
  return useCallback(
    (instant) => sayMoment(instant, { now: Date.now(), t: (key, params) => String(t(key, { ...params })) }),
    [t],
  );
}
