import { describe, expect, test } from '@jest/globals';
import { dataOf, field } from '../tests/outcome.ts';
import { CONDITION_OPERATORS } from './operators.ts';

/** Whether component `x` is shown under a condition, given the source's type and value. */
function isShown(source: Record<string, unknown>, conditional: unknown, value: unknown): boolean {
  const components = [{ key: 'a', label: 'A', input: true, ...source }, field('textfield', { conditional })];
  return 'x' in dataOf(components, { a: value, x: 'here' });
}

const when = (operator: string, value?: unknown) => ({
  show: true,
  conjunction: 'all',
  conditions: [{ component: 'a', operator, value }],
});

const OPERATORS: Readonly<
  Record<string, readonly [compared: unknown, yes: readonly unknown[], no: readonly unknown[]]>
> = {
  isEqual: ['1', ['1', 1, [2, 1]], ['2', 2, [], undefined]],
  isNotEqual: ['1', ['2', 2], ['1', 1]],
  isEmpty: [undefined, ['', null, undefined, []], ['a', 0]],
  isNotEmpty: [undefined, ['a', 0], ['', null]],
  lessThan: [5, [4], [5, '4']],
  greaterThan: [5, [6], [5, '6']],
  lessThanOrEqual: [5, [5], [6]],
  greaterThanOrEqual: [5, [5], [4]],
  includes: ['b', ['abc', ['b']], ['ac', 5]],
  notIncludes: ['b', ['ac'], ['abc']],
  startsWith: ['ab', ['abc'], ['xab', null]],
  endsWith: ['bc', ['abc'], ['bcx']],
  dateGreaterThan: ['2026-01-01', ['2026-01-02'], ['2026-01-01', '', 'never', {}]],
  dateGreaterThanOrEqual: ['2026-01-01', ['2026-01-01'], ['2025-12-31']],
  dateLessThan: ['2026-01-01', ['2025-12-31'], ['2026-01-01']],
  dateLessThanOrEqual: ['2026-01-01', ['2026-01-01'], ['2026-01-02']],
  isDateEqual: ['2026-01-01', ['2026-01-01T00:00:00'], ['2026-01-02']],
  isNotDateEqual: ['2026-01-01', ['2026-01-02', ''], ['2026-01-01']],
};

describe('simple conditions', () => {
  test('have cases for every operator', () => {
    expect(Object.keys(OPERATORS).sort()).toEqual(Object.keys(CONDITION_OPERATORS).sort());
  });

  const cases = Object.entries(OPERATORS).flatMap(([operator, [compared, yes, no]]) => [
    ...yes.map((value) => ({ operator, compared, value, shown: true })),
    ...no.map((value) => ({ operator, compared, value, shown: false })),
  ]);
  test.each(cases)('$operator $compared over $value: $shown', ({ operator, compared, value, shown }) => {
    expect(isShown({ type: 'hidden' }, when(operator, compared), value)).toBe(shown);
  });

  test('are joined by all or any, and may hide', () => {
    const conditions = [
      { component: 'a', operator: 'startsWith', value: 'x' },
      { component: 'a', operator: 'endsWith', value: 'y' },
    ];
    const source = { type: 'textfield' };
    expect(isShown(source, { show: true, conjunction: 'all', conditions }, 'x')).toBe(false);
    expect(isShown(source, { show: true, conjunction: 'any', conditions }, 'x')).toBe(true);
    expect(isShown(source, { show: false, conjunction: 'any', conditions }, 'x')).toBe(false);
    expect(isShown(source, { show: 'false', conjunction: 'all', conditions }, 'x')).toBe(true);
  });

  test('look at one box of a group of boxes', () => {
    const boxes = { type: 'selectboxes', values: [{ label: 'r', value: 'r' }] };
    expect(isShown(boxes, when('isEqual', 'r'), { r: true })).toBe(true);
    expect(isShown(boxes, when('isEqual', 'r'), { r: false })).toBe(false);
    expect(isShown(boxes, { show: true, when: 'a', eq: 'r' }, { r: true })).toBe(true);
  });

  test.each([
    ['checkbox', {}, false, true],
    ['textarea', {}, '  ', ''],
    ['selectboxes', { values: [] }, { r: false }, {}],
    ['address', {}, { mode: 'manual', address: {} }, {}],
    ['container', { components: [field('textfield', { key: 'y' })] }, { y: '' }, {}],
    ['datagrid', { components: [field('textfield', { key: 'y' })] }, [{ y: '' }, {}], []],
  ] as readonly [string, Record<string, unknown>, ...unknown[]][])(
    'take an empty %s for empty',
    (type, more, empty) => {
      expect(isShown({ type, ...more }, when('isEmpty'), empty)).toBe(true);
    },
  );
});

describe('older conditions', () => {
  test.each([
    [true, 'yes', 'yes', true],
    ['true', 'yes', 'no', false],
    [false, 'yes', 'yes', false],
    ['false', 'yes', 'no', true],
    [true, 'true', true, true],
    [true, '2', 2, true],
  ])('show %p when the value equals %p: %p gives %p', (show, eq, value, shown) => {
    expect(isShown({ type: 'hidden' }, { show, when: 'a', eq }, value)).toBe(shown);
  });
});

describe('JSONLogic conditions', () => {
  test('show where the rule holds, and where it says nothing', () => {
    const rule = { '==': [{ var: 'data.a' }, 'yes'] };
    expect(isShown({ type: 'hidden' }, { json: rule }, 'yes')).toBe(true);
    expect(isShown({ type: 'hidden' }, { json: rule }, 'no')).toBe(false);
    expect(isShown({ type: 'hidden' }, { json: { var: 'data.nothing' } }, 'no')).toBe(true);
  });
});

describe('conditions in rows', () => {
  const row = (conditional: unknown) =>
    field('datagrid', {
      key: 'rows',
      components: [field('textfield', { key: 'a' }), field('textfield', { conditional })],
    });
  const data = {
    rows: [
      { a: 'no', x: '1' },
      { a: 'yes', x: '2' },
    ],
  };

  test('look at their own row', () => {
    const named = {
      show: true,
      conjunction: 'all',
      conditions: [{ component: 'rows.a', operator: 'isEqual', value: 'yes' }],
    };
    const expected = { rows: [{ a: 'no' }, { a: 'yes', x: '2' }] };
    expect(dataOf([row(named)], data)).toEqual(expected);
    expect(dataOf([row({ json: { '==': [{ var: 'row.a' }, 'yes'] } })], data)).toEqual(expected);
    expect(dataOf([row({ show: true, when: 'rows.a', eq: 'yes' })], data)).toEqual(expected);
  });

  test('look at a certain row where its number is given', () => {
    const first = {
      show: true,
      conjunction: 'all',
      conditions: [{ component: 'rows[0].a', operator: 'isEqual', value: 'no' }],
    };
    expect(dataOf([row(first)], data)).toEqual(data);
  });

  test('in rows of rows look at the rows around them', () => {
    const named = {
      show: true,
      conjunction: 'all',
      conditions: [{ component: 'outer.a', operator: 'isEqual', value: 'yes' }],
    };
    const inner = field('datagrid', {
      key: 'inner',
      components: [field('textfield', { conditional: named })],
    });
    const outer = field('datagrid', { key: 'outer', components: [field('textfield', { key: 'a' }), inner] });
    const sent = {
      outer: [
        { a: 'no', inner: [{ x: '1' }] },
        { a: 'yes', inner: [{ x: '2' }, { x: '3' }] },
      ],
    };
    expect(dataOf([outer], sent)).toEqual({
      outer: [
        { a: 'no', inner: [] },
        { a: 'yes', inner: [{ x: '2' }, { x: '3' }] },
      ],
    });
  });
});
