import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, canonicalText } from './canonical.ts';

/** The same JSON value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

describe('canonicalJson', () => {
  test('sorts keys by UTF-16 code units at every level, as in RFC 8785', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      ö: { b: 1, a: 2 },
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":{"a":2,"b":1},"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  test('writes numbers as ECMAScript does', () => {
    expect(canonicalJson([1 / 3, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[0.3333333333333333,1e+30,4.5,0.002,1e-27,0]',
    );
  });

  test('gives one text for one value, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('loses nothing: the text reads back to the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([
    ['undefined', { a: undefined }],
    ['a number that is not finite', [Number.NaN]],
    ['a lone surrogate', '\ud800'],
    ['an object that is not plain', new Date(0)],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('canonicalText', () => {
  test('does not tell line ends, byte order mark and trailing white space apart', () => {
    expect(canonicalText('\uFEFF<a>\r\n <b/>\r</a>\r\n\r\n')).toBe('<a>\n <b/>\n</a>\n');
  });
});
