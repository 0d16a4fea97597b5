import { isPlainObject, textOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/**
 * Every file is of a type that the author allows. `filePattern` is a list such as `.pdf,image/*,*.png`; an entry
 * with `!` before it forbids.
 */
export const filePattern: Rule = {
  name: 'filePattern',
  wholeValue: true,
  compile(component) {
    if (component.type !== 'file') return undefined;
    const source = textOf(component, 'filePattern');
    const entries = source
      .split(/[,;]/)
      .map((entry) => entry.trim().toLowerCase())
      .filter((entry) => entry !== '');
    if (entries.length === 0 || entries.includes('*')) return undefined;
    const allowed = entries.filter((entry) => !entry.startsWith('!')).map(compileEntry);
    const forbidden = entries
      .filter((entry) => entry.startsWith('!'))
      .map((entry) => compileEntry(entry.slice(1)));
    const params = { pattern: source };
    const fits = (name: string, type: string): boolean =>
      (allowed.length === 0 || allowed.some((entry) => entry(name, type))) &&
      !forbidden.some((entry) => entry(name, type));
    return (value) =>
      Array.isArray(value) && value.some((file) => isPlainObject(file) && !fits(...nameAndType(file)))
        ? params
        : undefined;
  },
};

function nameAndType(file: Readonly<Record<string, unknown>>): [string, string] {
  const name = textOf(file, 'originalName') || textOf(file, 'name');
  return [name.toLowerCase(), textOf(file, 'type').toLowerCase()];
}

function compileEntry(entry: string): (name: string, type: string) => boolean {
  if (entry.includes('/')) {
    if (entry.endsWith('/*')) return (_name, type) => type.startsWith(entry.slice(0, -1));
    return (_name, type) => type === entry;
  }
  const ending = entry.replace(/^\*/, '');
  return (name) => name.endsWith(ending.startsWith('.') ? ending : `.${ending}`);
}
