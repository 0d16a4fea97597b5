import type { RuleScalar } from './rule-model.ts';

/** What is typed into a cell of an example: a number, 是 or 否, a text, or several of them with commas. */
export function readGiven(text: string): RuleScalar | readonly RuleScalar[] {
  const parts = text.split(/[,，、]/);
  return parts.length === 1 ? readScalar(text) : parts.filter((part) => part.trim() !== '').map(readScalar);
}

export function readScalar(text: string): RuleScalar {
  const trimmed = text.trim();
  if (/^(true|是|yes)$/i.test(trimmed)) return true;
  if (/^(false|否|no)$/i.test(trimmed)) return false;
  if (trimmed === '' || /^null$/i.test(trimmed)) return null;
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
}

/** The same as it is shown: `writeGiven(readGiven(text))` reads alike. A list of one keeps its comma. */
export function writeGiven(value: unknown, words: { readonly yes: string; readonly no: string }): string {
  if (Array.isArray(value)) {
    const parts = value.map((item) => writeGiven(item, words));
    return parts.length === 1 ? `${parts[0]},` : parts.join(', ');
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
