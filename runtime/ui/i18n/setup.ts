import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { uiEn } from './en.ts';
import { type Language, languages, type Resource } from './resource.ts';
import { uiZhCN } from './zh-CN.ts';

const storageKey = 'oneplan.language';

/** The language kept on this device, else Simplified Chinese. */
export function storedLanguage(): Language {
  const stored = globalThis.localStorage?.getItem(storageKey);
  return languages.find((language) => language === stored) ?? languages[0];
}

/**
 * The i18next instance of an app: namespace `ui` from here and the app's own, the first of which is the
 * default one. All words are bundled, so that nothing is loaded later and `t` works at once.
 */
export function createI18n(namespaces: Readonly<Record<string, Readonly<Record<Language, Resource>>>>): I18n {
  const all = { ...namespaces, ui: { 'zh-CN': uiZhCN, en: uiEn } };
  const bundle = (language: Language) =>
    Object.fromEntries(Object.entries(all).map(([name, words]) => [name, words[language]]));
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: storedLanguage(),
    fallbackLng: languages[0],
    supportedLngs: [...languages],
    ns: Object.keys(all),
    defaultNS: Object.keys(all)[0],
    resources: { 'zh-CN': bundle('zh-CN'), en: bundle('en') },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    initAsync: false,
    // The library would advertise its maker in everybody's console.
    showSupportNotice: false,
  });
  instance.on('languageChanged', (language) => globalThis.localStorage?.setItem(storageKey, language));
  return instance;
}
