import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from './resource.ts';

/** Switches the whole interface; the choice stays on this device. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('ui');
  return (
    <Segmented<Language>
      aria-label={t('language.label')}
      value={languages.find((language) => language === i18n.language) ?? languages[0]}
      options={languages.map((language) => ({ value: language, label: t(`language.${language}`) }))}
      onChange={(language) => void i18n.changeLanguage(language)}
    />
  );
}
