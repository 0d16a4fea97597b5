import chinese from './translations.zh.json';

const words: Readonly<Record<string, string>> = chinese;
const missed = new Set<string>();

/** What dmn-js wanted to say and had no Chinese for, in this session; the browser test holds it empty. */
export function missedDecisionWords(): readonly string[] {
  return [...missed];
}

/** dmn-js's `translate`: looks up the template, then fills `{name}`. */
export function translateDecisions(language: string) {
  return (template: string, replacements: Readonly<Record<string, string>> = {}): string => {
    const found = language.startsWith('zh') ? words[template] : template;
    if (found === undefined && /^[A-Z][a-z]/.test(template)) missed.add(template);
    return (found ?? template).replace(
      /{([^}]+)}/g,
      (_match, name: string) => replacements[name] ?? `{${name}}`,
    );
  };
}
