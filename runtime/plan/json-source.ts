/** Where a value begins in a text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type JsonPath = readonly (string | number)[];

export type JsonSource =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Place of the value at a path, or of its nearest ancestor that is there. */
      locate(path: JsonPath): Position;
    }
  | ({ readonly ok: false; readonly message: string } & Position);

/** Nesting beyond this is refused: nothing that a person draws comes near, and it bounds every later recursion. */
const maximumDepth = 100;

class SyntaxProblem extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** RFC 6901 pointer of a path; '' is the whole document. */
export function pointer(path: JsonPath): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * Reads JSON as RFC 8259 has it, and remembers where each value stands, which JSON.parse does not tell. Refuses a
 * key given twice (JSON.parse silently takes the last) and the key `__proto__`.
 */
export function readJson(text: string): JsonSource {
  const reader = new JsonReader(text.startsWith('\uFEFF') ? text.slice(1) : text);
  try {
    const value = reader.document();
    return { ok: true, value, locate: (path) => reader.locate(path) };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return { ok: false, message: error.message, ...reader.position(error.offset) };
  }
}

const whitespace = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const quote = 0x22;
const backslash = 0x5c;
const literals: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class JsonReader {
  readonly #text: string;
  readonly #offsets = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): unknown {
    const value = this.#value('', 0);
    this.#skip();
    if (this.#at < this.#text.length)
      throw new SyntaxProblem('text after the end of the JSON value', this.#at);
    return value;
  }

  locate(path: JsonPath): Position {
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = this.#offsets.get(pointer(path.slice(0, length)));
      if (offset !== undefined) return this.position(offset);
    }
    return this.position(0);
  }

  position(offset: number): Position {
    const before = this.#text.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
  }

  #skip(): void {
    whitespace.lastIndex = this.#at;
    whitespace.test(this.#text);
    this.#at = whitespace.lastIndex;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #value(at: string, depth: number): unknown {
    this.#skip();
    if (depth > maximumDepth) throw new SyntaxProblem(`nested deeper than ${maximumDepth} levels`, this.#at);
    this.#offsets.set(at, this.#at);
    const first = this.#text[this.#at];
    if (first === '{') return this.#object(at, depth);
    if (first === '[') return this.#array(at, depth);
    if (first === '"') return this.#string();
    for (const [word, value] of literals)
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    const digits = this.#match(number);
    if (digits !== undefined) return Number(digits);
    throw new SyntaxProblem(
      first === undefined ? 'the text ends where a value is expected' : `a value cannot begin with ${first}`,
      this.#at,
    );
  }

  #string(): string {
    const start = this.#at;
    let end = start + 1;
    for (let code = this.#text.charCodeAt(end); code !== quote; code = this.#text.charCodeAt(end)) {
      if (Number.isNaN(code) || code < 0x20) throw new SyntaxProblem('a string that is not closed', start);
      end += code === backslash ? 2 : 1;
    }
    this.#at = end + 1;
    try {
      return JSON.parse(this.#text.slice(start, this.#at)) as string;
    } catch {
      throw new SyntaxProblem('a string with an escape that JSON does not know', start);
    }
  }

  #object(at: string, depth: number): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    this.#list('}', () => {
      const start = this.#at;
      if (this.#text[start] !== '"') throw new SyntaxProblem('a key in double quotes is expected', start);
      const key = this.#string();
      if (key === '__proto__') throw new SyntaxProblem('the key __proto__ is not allowed', start);
      if (Object.hasOwn(result, key)) throw new SyntaxProblem(`the key ${key} is given twice`, start);
      this.#skip();
      this.#expect(':');
      result[key] = this.#value(`${at}${pointer([key])}`, depth + 1);
    });
    return result;
  }

  #array(at: string, depth: number): unknown[] {
    const result: unknown[] = [];
    this.#list(']', () => result.push(this.#value(`${at}/${result.length}`, depth + 1)));
    return result;
  }

  #list(end: string, item: () => void): void {
    this.#at += 1;
    this.#skip();
    if (this.#text[this.#at] === end) {
      this.#at += 1;
      return;
    }
    for (;;) {
      item();
      this.#skip();
      if (this.#text[this.#at] === end) break;
      this.#expect(',', end);
      this.#skip();
    }
    this.#at += 1;
  }

  #expect(mark: string, orElse = ''): void {
    if (this.#text[this.#at] !== mark)
      throw new SyntaxProblem(`${[mark, orElse].filter(Boolean).join(' or ')} is expected`, this.#at);
    this.#at += 1;
  }
}
