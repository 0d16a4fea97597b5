import { ExpressionError } from './expression-error.ts';

export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly position: number }
  | { readonly kind: 'string'; readonly value: string; readonly position: number }
  | { readonly kind: 'name'; readonly value: string; readonly position: number }
  | { readonly kind: 'operator'; readonly value: string; readonly position: number }
  | { readonly kind: 'end'; readonly position: number };

/** Words that EL spells as operators; they become the symbol that they stand for. */
const WORD_OPERATORS: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['eq', '=='],
  ['ne', '!='],
  ['lt', '<'],
  ['le', '<='],
  ['gt', '>'],
  ['ge', '>='],
  ['div', '/'],
  ['mod', '%'],
  ['empty', 'empty'],
]);

const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const OPERATOR = /&&|\|\||[=!<>]=|[-+*/%<>!?:().,[\]]/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * Reads the tokens of one `${…}` body that begins at `start`, up to its closing brace.
 * Returns the tokens, an `end` token last, and the offset behind the brace.
 */
export function tokenize(source: string, start: number): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let position = start;
  for (;;) {
    position += match(SPACE, source, position)?.length ?? 0;
    const char = source[position];
    if (char === undefined)
      throw new ExpressionError('syntax', 'The closing } is missing', source, source.length);
    if (char === '}') {
      tokens.push({ kind: 'end', position });
      return { tokens, end: position + 1 };
    }
    const { token, length } = readToken(source, position, char);
    tokens.push(token);
    position += length;
  }
}

function readToken(source: string, position: number, char: string): { token: Token; length: number } {
  if (char === '"' || char === "'") return readString(source, position, char);
  const number = match(NUMBER, source, position);
  if (number !== undefined) return { token: readNumber(source, position, number), length: number.length };
  const name = match(NAME, source, position);
  if (name !== undefined) {
    const operator = WORD_OPERATORS.get(name);
    const token: Token =
      operator === undefined
        ? { kind: 'name', value: name, position }
        : { kind: 'operator', value: operator, position };
    return { token, length: name.length };
  }
  const operator = match(OPERATOR, source, position);
  if (operator !== undefined)
    return { token: { kind: 'operator', value: operator, position }, length: operator.length };
  throw new ExpressionError(
    'syntax',
    `The character ${JSON.stringify(char)} has no meaning here`,
    source,
    position,
  );
}

function readNumber(source: string, position: number, text: string): Token {
  const value = Number(text);
  const whole = /^\d+$/.test(text);
  if (!Number.isFinite(value) || (whole && !Number.isSafeInteger(value)))
    throw new ExpressionError('syntax', `The number ${text} is too large`, source, position);
  return { kind: 'number', value, position };
}

/** EL knows three escapes in a string: \\ and the two quotes. */
function readString(source: string, position: number, quote: string): { token: Token; length: number } {
  let value = '';
  for (let i = position + 1; i < source.length; i += 1) {
    const char = source[i] ?? '';
    if (char === quote) return { token: { kind: 'string', value, position }, length: i + 1 - position };
    if (char === '\\') {
      i += 1;
      const escaped = source[i] ?? '';
      if (escaped !== '\\' && escaped !== '"' && escaped !== "'")
        throw new ExpressionError('syntax', 'Only \\\\, \\\' and \\" may be escaped in a string', source, i);
      value += escaped;
    } else value += char;
  }
  throw new ExpressionError('syntax', `The closing ${quote} of the string is missing`, source, position);
}

function match(pattern: RegExp, source: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(source)?.[0];
}
