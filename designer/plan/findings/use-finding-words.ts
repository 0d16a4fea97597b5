import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingWords } from './finding-sentence.ts';
import { findingNamespace } from './finding-words.ts';

/** Sentences of rules in the interface’s language, without falling back to another one. */
export function useFindingWords(): FindingWords {
  const { t, i18n } = useTranslation(findingNamespace);
  const language = i18n.language;
  return useCallback(
    (rule) =>
      i18n.exists(rule, { ns: findingNamespace, lng: language, fallbackLng: [] })
        ? String(t(rule))
        : undefined,
    [t, i18n, language],
  );
}
