import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BoundedCache } from './bounded-cache.ts';
import { compileTemplate, evaluateTemplate } from './expression.ts';
import { ExpressionError } from './expression-error.ts';

const ex = (body: string) => `$${'{'}${body}}`;

class Host {
  secret = 1;
}

describe('no way out of the variables', () => {
  test.each([
    "environment.variables.constructor.constructor('return process')()",
    'environment.variables.f()',
    'v.constructor.assign(v.__proto__, w)',
    "v['__proto__']",
    "v['con' + 'structor']",
    'v[name]',
    'v.toString',
    'host.secret',
    'map.size',
    'fn.name',
    'date.getTime',
    'process',
    'globalThis',
    'this',
    'list.push',
    "list['length']",
    'hidden.secret',
    "''.getClass().forName('java.lang.Runtime')",
  ])('%s yields no host value', (body) => {
    const variables = {
      v: {},
      w: { polluted: true },
      name: '__proto__',
      host: new Host(),
      map: new Map([['size', 1]]),
      fn: () => 1,
      date: new Date(0),
      list: [1],
      hidden: Object.defineProperty({}, 'secret', { get: () => 1 }),
    };
    let value: unknown = null;
    try {
      value = evaluateTemplate(ex(body), variables);
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError);
    }
    expect(value).toBeNull();
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('a result that looks like an expression is not evaluated again', () => {
    const submitted = `lit ${ex('secret')} ${ex('x')}`;
    const variables = { x: submitted, secret: 's3cret' };
    expect(evaluateTemplate(ex('x'), variables)).toBe(submitted);
    expect(evaluateTemplate(`a ${ex('x')}`, variables)).toBe(`a ${submitted}`);
  });

  test('comparing large values stops at the budget', () => {
    const large = () => Array.from({ length: 50_000 }, (_, n) => n);
    expect(() => evaluateTemplate(ex('a == b'), { a: large(), b: large() })).toThrow(/takes too long/);
  });

  test('a cyclic value cannot hang the comparison', () => {
    const a: Record<string, unknown> = {};
    const b: Record<string, unknown> = {};
    a.next = a;
    b.next = b;
    expect(() => evaluateTemplate(ex('a == b'), { a, b })).toThrow(ExpressionError);
  });
});

describe('arbitrary input', () => {
  const word = fc.constantFrom(
    ...[
      'a',
      'b.c',
      "b['c']",
      'l[0]',
      '1',
      '2.5',
      "'x'",
      'true',
      'null',
      '(',
      ')',
      '?',
      ':',
      '+',
      '-',
      '*',
      '/',
      '%',
    ],
    ...[
      '==',
      '!=',
      '<',
      '>=',
      '&&',
      '||',
      '!',
      'not',
      'empty',
      'div',
      'mod',
      'and',
      '.',
      '[',
      ']',
      ',',
      '{',
      '}',
      '"',
    ],
    ...['__proto__', 'constructor', '()', '\\', '$', '#'],
  );
  const source = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string().map(ex),
    fc.array(word, { maxLength: 30 }).map((words) => ex(words.join(' '))),
    fc.array(fc.oneof(word.map(ex), fc.string()), { maxLength: 6 }).map((parts) => parts.join('')),
  );

  test('throws nothing but ExpressionError and gives a JSON value', () => {
    fc.assert(
      fc.property(
        source,
        fc.dictionary(fc.constantFrom('a', 'b', 'l'), fc.jsonValue()),
        (text, variables) => {
          try {
            const value = evaluateTemplate(text, variables);
            expect(JSON.parse(JSON.stringify(value))).toEqual(value);
          } catch (error) {
            expect(error).toBeInstanceOf(ExpressionError);
          }
        },
      ),
      { numRuns: 3_000, seed: 7 },
    );
  });
});

describe('cache', () => {
  test('keeps no more than its limit, the latest used first', () => {
    const cache = new BoundedCache<number>(2);
    cache.get('a', () => 1);
    cache.get('b', () => 2);
    cache.get('a', () => 0);
    cache.get('c', () => 3);
    expect(cache.size).toBe(2);
    expect(cache.get('a', () => 9)).toBe(1);
    expect(cache.get('b', () => 9)).toBe(9);
  });

  test('gives the same compiled expression for the same source', () => {
    expect(compileTemplate(ex('cached'))).toBe(compileTemplate(ex('cached')));
  });
});
