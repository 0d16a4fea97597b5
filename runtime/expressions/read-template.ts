import { ExpressionError } from './expression-error.ts';
import { EXPRESSION_LIMITS } from './limits.ts';
import { type Token, tokenize } from './tokenize.ts';

export type TemplatePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'expression'; readonly tokens: readonly Token[] };

/**
 * Splits a text into literal parts and `${…}` (or `#{…}`) bodies. `\${` stands for a literal `${`;
 * a backslash elsewhere is a backslash. The two kinds of brackets may not be mixed (JUEL refuses it).
 */
export function readTemplate(source: string): TemplatePart[] {
  if (source.length > EXPRESSION_LIMITS.sourceLength)
    throw new ExpressionError('limit', `Longer than ${EXPRESSION_LIMITS.sourceLength} characters`, source, 0);
  const parts: TemplatePart[] = [];
  let text = '';
  let bracket: string | undefined;
  let position = 0;
  while (position < source.length) {
    const char = source[position] ?? '';
    if (char === '\\' && opens(source, position + 1)) {
      text += `${source[position + 1]}{`;
      position += 3;
    } else if (opens(source, position)) {
      if (bracket !== undefined && bracket !== char)
        throw new ExpressionError('syntax', `\${…} and #{…} cannot be mixed`, source, position);
      bracket = char;
      if (text !== '') parts.push({ type: 'text', text });
      text = '';
      const { tokens, end } = tokenize(source, position + 2);
      parts.push({ type: 'expression', tokens });
      position = end;
    } else {
      text += char;
      position += 1;
    }
  }
  if (text !== '' || parts.length === 0) parts.push({ type: 'text', text });
  return parts;
}

function opens(source: string, position: number): boolean {
  const char = source[position];
  return (char === '$' || char === '#') && source[position + 1] === '{';
}
