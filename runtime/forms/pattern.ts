import { RE2JS } from 're2js';

/** A pattern must be shorter than this. */
export const MAX_PATTERN_LENGTH = 1_000;

/**
 * The check of a whole text against an author's pattern, in time linear in the text. `undefined` for a pattern
 * that cannot be run so: look-around, back references, unbalanced brackets.
 */
export function compilePattern(source: string): ((text: string) => boolean) | undefined {
  if (source.length > MAX_PATTERN_LENGTH) return undefined;
  try {
    const expression = RE2JS.compile(RE2JS.translateRegExp(`^${source}$`));
    return (text) => expression.matcher(text).find();
  } catch {
    return undefined;
  }
}
