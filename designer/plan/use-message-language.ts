import type { MessageLanguage } from '@oneplan/runtime/plan/locks/say-value.ts';
import { useTranslation } from 'react-i18next';

/** The language that the plan’s own sentences are said in. */
export function useMessageLanguage(): MessageLanguage {
  const { i18n } = useTranslation();
  return i18n.language.startsWith('zh') ? 'zh-CN' : 'en';
}
