import { useTranslation } from 'react-i18next';
import type { RuleWords } from './rule-sentence.ts';

/** The words of rules in the interface’s language. */
export function useRuleWords(): RuleWords & {
  readonly yesNo: { readonly yes: string; readonly no: string };
} {
  const { t } = useTranslation('designer');
  const yesNo = { yes: t('manifest.parameters.yes'), no: t('manifest.parameters.no') };
  return {
    yesNo,
    say: (word, values) => t(`rules.sentence.${word}`, values ?? {}),
    test: (test) => t(`rules.test.${test}`),
    value: (value) => {
      if (typeof value === 'boolean') return value ? yesNo.yes : yesNo.no;
      return value === null ? t('rules.nothing') : String(value);
    },
  };
}
