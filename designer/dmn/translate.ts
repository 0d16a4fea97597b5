import chinese from './translations.zh.json';

const words: Readonly<Record<string, string>> = chinese;

/** dmn-js's `translate`: looks up the template, then fills `{name}`. */
export function translateDecisions(language: string) {
  return (template: string, replacements: Readonly<Record<string, string>> = {}): string => {
    const found = language.startsWith('zh') ? words[template] : undefined;
    return (found ?? template).replace(
      /{([^}]+)}/g,
      (_match, name: string) => replacements[name] ?? `{${name}}`,
    );
  };
}
