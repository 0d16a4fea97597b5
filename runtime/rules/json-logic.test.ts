import core from '@formio/core';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkJsonLogic, compileJsonLogic, JsonLogicError, RuleBudgetError } from './json-logic.ts';

/** json-logic-js, as Form.io brings it. */
const reference = core.jsonLogic as { apply(rule: unknown, data: unknown): unknown };
const run = (rule: unknown, data: unknown = null) => compileJsonLogic(rule).evaluate(data);

const names = fc.constantFrom('a', 'b', 'list', 'list.0', 'o.x', 'none', '', 's', 's.length');
const scalar = fc.oneof(
  fc.integer({ min: -9, max: 99 }),
  fc.constantFrom('', '1', '2.5', 'abc', 'é', '中'),
  fc.boolean(),
  fc.constant(null),
);
const { rule: ruleArbitrary } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    scalar,
    names.map((name) => ({ var: name })),
    fc.tuple(names, scalar).map((v) => ({ var: v })),
  ),
  args: fc.array(fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('rule')), { minLength: 0, maxLength: 4 }),
  rule: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc
      .tuple(
        fc.constantFrom(
          ...[
            '==',
            '===',
            '!=',
            '!==',
            '!',
            '!!',
            'or',
            'and',
            '>',
            '>=',
            '<',
            '<=',
            'max',
            'min',
            '+',
            '-',
            '*',
          ],
          ...['/', '%', 'merge', 'in', 'cat', 'substr', 'if', '?:'],
        ),
        tie('args'),
      )
      .map(([operator, args]) => ({ [operator as string]: args })),
    fc.array(names, { minLength: 1, maxLength: 3 }).map((list) => ({ missing: list })),
    fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.array(names, { maxLength: 3 }))
      .map(([needed, list]) => ({ missing_some: [needed, list] })),
    fc
      .tuple(
        fc.constantFrom('map', 'filter', 'all', 'none', 'some', 'reduce'),
        fc.oneof(fc.constant({ var: 'list' }), tie('leaf'), fc.array(scalar, { maxLength: 4 })),
        tie('rule'),
        fc.option(scalar, { nil: undefined }),
      )
      .map(([operator, list, each, start]) => ({
        [operator]: start === undefined ? [list, each] : [list, each, start],
      })),
  ),
}));
const dataArbitrary = fc.record(
  {
    a: scalar,
    b: scalar,
    s: fc.string({ maxLength: 5 }),
    list: fc.array(scalar, { maxLength: 4 }),
    o: fc.record({ x: scalar }),
  },
  { requiredKeys: [] },
);

describe('JSONLogic', () => {
  test('gives what the reference gives on every standard operator', () => {
    fc.assert(
      fc.property(ruleArbitrary, dataArbitrary, (rule, data) => {
        if (typeof rule !== 'object' || rule === null) return;
        let expected: unknown = null;
        try {
          expected = reference.apply(rule, data);
        } catch {
          expected = null;
        }
        expect(run(rule, data)).toEqual(expected);
      }),
      { seed: 20260301, numRuns: 3_000 },
    );
  });

  test('gives the documented value of an example for each operator', () => {
    expect(run({ '<': [1, { var: 'x' }, 10] }, { x: 5 })).toBe(true);
    expect(run({ missing_some: [1, ['a', 'b']] }, { a: 'x' })).toEqual([]);
    expect(
      run(
        { reduce: [{ var: 'l' }, { '+': [{ var: 'current' }, { var: 'accumulator' }] }, 0] },
        { l: [1, 2] },
      ),
    ).toBe(3);
    expect(run({ if: [false, 1, [], 2, 'last'] })).toBe('last');
    expect(run({ substr: ['jsonlogic', -5, -2] })).toBe('log');
    expect(run({ var: ['gone', 'instead'] }, {})).toBe('instead');
  });

  test('reads own properties only', () => {
    const data = { s: 'text', o: JSON.parse('{"__proto__":{"x":1}}') };
    for (const name of ['s.constructor', 's.toUpperCase', 'o.toString', 'hasOwnProperty']) {
      expect(compileJsonLogic({ var: { cat: [name] } }).evaluate(data)).toBeNull();
    }
    expect(compileJsonLogic({ var: { cat: ['o.__proto__', '.x'] } }).evaluate(data)).toBeNull();
  });

  test.each([
    ['method', { method: ['abc', 'toUpperCase'] }],
    ['method of a constructor', { method: [{ var: 'data.s.constructor' }, 'constructor', ['return 5']] }],
    ['constructor by var', { var: 'data.s.constructor.constructor' }],
    ['constructor inside map', { map: [[1], { var: 'constructor.constructor' }] }],
    ['_zipWith', { _zipWith: [['x'], { var: 'a' }] }],
    ['_flatMap', { _flatMap: [['x'], { var: 'a' }] }],
    ['_unzipWith', { _unzipWith: [[['x']], { var: 'a' }] }],
    ['_attempt', { _attempt: [{ var: 'a' }, 'x'] }],
    ['_invokeMap', { _invokeMap: [['x'], 'constructor.constructor', 'x'] }],
    ['_invoke in _invoke', { _invoke: [{ _invoke: ['x', 'constructor.constructor', 'x'] }, 'call'] }],
    ['_some', { _some: [[1], true] }],
    ['_takeWhile', { _takeWhile: [[1], { _flow: [] }] }],
    ['_sumBy', { _sumBy: [[1], 1] }],
    ['log', { log: 'x' }],
    ['getDate', { getDate: 'x' }],
    ['inherited operator name', { toString: [] }],
    ['constructor as an operator', { constructor: ['return 1'] }],
    ['JavaScript text', 'valid = true'],
    ['operator hidden in a two-key object', { a: 1, _invoke: [] }],
  ])('refuses %s', (_name, rule) => {
    expect(checkJsonLogic(rule)).not.toEqual([]);
    expect(() => compileJsonLogic(rule)).toThrow(JsonLogicError);
  });

  test('names the place that is refused', () => {
    expect(checkJsonLogic({ and: [true, { '==': [{ _first: [] }, 1] }] })).toMatchObject([
      { rule: 'json-logic-operator', path: 'and[1].==[0]', params: { operator: '_first' } },
    ]);
    expect(checkJsonLogic({ missing: ['a', 'b.__proto__'] })).toMatchObject([
      { rule: 'json-logic-name', path: 'missing' },
    ]);
  });

  test('refuses rules that are too deep or too large', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 50; i += 1) deep = { '!': deep };
    expect(checkJsonLogic(deep)).toMatchObject([{ rule: 'json-logic-depth' }]);
    expect(checkJsonLogic({ '+': Array.from({ length: 5_000 }, () => 1) })).toMatchObject([
      { rule: 'json-logic-size' },
    ]);
  });

  test('stops a rule that multiplies its work or its text', () => {
    const items = Array.from({ length: 1_000 }, (_, i) => i);
    const nested = { map: [{ var: 'l' }, { map: [{ var: '' }, 1] }] };
    const square = { l: items.map(() => items) };
    expect(() => compileJsonLogic(nested).evaluate(square)).toThrow(RuleBudgetError);
    const doubling = {
      reduce: [{ var: 'l' }, { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] }, 'x'],
    };
    expect(() => compileJsonLogic(doubling).evaluate({ l: items })).toThrow(RuleBudgetError);
  });

  test('answers null where data of the wrong type makes an operator fail', () => {
    expect(run({ '==': [{ var: 'o' }, 1] }, { o: { toString: 1, valueOf: 1 } })).toBeNull();
  });
});
