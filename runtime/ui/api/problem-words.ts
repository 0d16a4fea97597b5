import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSayMoment } from '../say-moment.ts';
import { problemNamespace, problemText } from './problems.ts';

/** What a person reads about an error, in the language of the interface. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation(problemNamespace);
  const sayWhen = useSayMoment();
  return useCallback(
    (error) => problemText(error, { t: (key, values) => String(t(key, { ...values })), sayWhen }),
    [t, sayWhen],
  );
}
