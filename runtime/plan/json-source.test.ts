import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pointer, readJson } from './json-source.ts';

function failure(text: string) {
  const source = readJson(text);
  if (source.ok) throw new Error('expected a refusal');
  return source;
}

describe('readJson', () => {
  test('reads what JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 2, '\t'), (text, indent) => {
        fc.pre(!text.includes('"__proto__"'));
        const value: unknown = JSON.parse(text);
        const source = readJson(JSON.stringify(value, null, indent));
        expect(source.ok && source.value).toEqual(value);
      }),
    );
  });

  test('refuses what JSON.parse refuses, whatever the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[[\]{}",:0-9eE+.\-\\utrnfalse \n]{0,12}$/), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (!valid) expect(readJson(text).ok).toBe(false);
      }),
    );
  });

  test.each([
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['a trailing comma', '[1,\n 2,\n]', 3, 1],
    ['a string that is not closed', '{"a":\n "b}', 2, 2],
    ['text after the end', '{}\n\n x', 3, 2],
    ['an empty text', '', 1, 1],
    ['a key given twice', '{"a": 1,\n "a": 2}', 2, 2],
    ['the key __proto__', '{"__proto__": {}}', 1, 2],
    ['a lone minus', '[-]', 1, 2],
  ])('names line and column of %s', (_, text, line, column) => {
    expect(failure(text)).toMatchObject({ line, column });
  });

  test('refuses nesting that could exhaust the stack', () => {
    expect(failure('['.repeat(200_000)).message).toContain('deeper');
  });

  test('tells where the value at a path begins, or its nearest ancestor', () => {
    const source = readJson('{\n  "a": [\n    1,\n    {"b/c": true}\n  ]\n}');
    if (!source.ok) throw new Error(source.message);
    expect(source.locate(['a', 1, 'b/c'])).toEqual({ line: 4, column: 13 });
    expect(source.locate(['a', 1, 'missing'])).toEqual({ line: 4, column: 5 });
    expect(source.locate([])).toEqual({ line: 1, column: 1 });
  });

  test('reads past a byte order mark', () => {
    expect(readJson('\uFEFF[1]')).toMatchObject({ ok: true, value: [1] });
  });
});

describe('pointer', () => {
  test('escapes as RFC 6901 says', () => {
    expect(pointer(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d');
    expect(pointer([])).toBe('');
  });
});
