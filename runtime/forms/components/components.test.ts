import { describe, expect, test } from '@jest/globals';
import { pickerTypes } from '../../contracts/pickers.ts';
import { COMPONENT_TYPES, componentTypeOf } from '../component-registry.ts';
import { dataOf, errorsOf, field } from '../tests/outcome.ts';

const values = ['1', 'red'].map((value) => ({ label: value, value }));
const inner = [field('textfield', { key: 'y' })];

/** Fourteen kinds of JSON value. */
const KINDS: readonly unknown[] = [
  ...[null, true, false, 0, -1.5, 1e300, '', 'text', '12'],
  ...[[], ['a'], [[]], {}, { $ne: 1 }],
];

/** What each type that holds a value makes of a good one, and values that it cannot hold. */
const TYPES: Readonly<
  Record<string, { more?: object; good: unknown; kept: unknown; wrong: readonly unknown[] }>
> = {
  textfield: { good: 'a', kept: 'a', wrong: [1, true, {}, ['a']] },
  textarea: { good: 'a', kept: 'a', wrong: [1, {}, ['a']] },
  number: { good: '4', kept: 4, wrong: ['four', true, {}, [4], '1e999'] },
  password: { good: 'a', kept: 'a', wrong: [1, {}] },
  checkbox: { good: true, kept: true, wrong: ['yes', 1, {}] },
  selectboxes: { more: { values }, good: ['red'], kept: { red: true }, wrong: [1, { red: 'yes' }, [1]] },
  select: { more: { data: { values } }, good: '1', kept: 1, wrong: [{ $ne: 1 }, ['1']] },
  radio: { more: { values }, good: 'true', kept: true, wrong: [{}, ['1']] },
  button: { good: true, kept: true, wrong: [{}, []] },
  email: { good: ' A@B.CN ', kept: 'a@b.cn', wrong: [1, {}] },
  url: { good: 'a.cn', kept: 'a.cn', wrong: [1, {}] },
  phoneNumber: { good: '123', kept: '123', wrong: [123, {}] },
  tags: { more: { storeas: 'array' }, good: 'a,b,', kept: ['a', 'b'], wrong: [1, {}, [1]] },
  address: {
    more: { enableManualMode: true },
    good: { a: 1 },
    kept: { mode: 'autocomplete', address: { a: 1 } },
    wrong: ['a', 1, []],
  },
  datetime: { good: '2026-01-01', kept: '2026-01-01', wrong: [1, {}] },
  day: { good: '01/02/2020', kept: '01/02/2020', wrong: [1, {}] },
  time: { good: '10:30', kept: '10:30:00', wrong: [10, {}] },
  currency: { good: '4.5', kept: 4.5, wrong: ['4,5 yuan', {}] },
  survey: { good: { q: 'a' }, kept: { q: 'a' }, wrong: ['a', { q: {} }] },
  signature: { good: 'data:,', kept: 'data:,', wrong: [1, {}] },
  hidden: { good: { any: ['thing'] }, kept: { any: ['thing'] }, wrong: [] },
  container: {
    more: { components: inner },
    good: { y: 'a', z: 1 },
    kept: { y: 'a' },
    wrong: ['a', [], 1, ''],
  },
  datamap: { good: { a: 'b' }, kept: { a: 'b' }, wrong: ['a', { a: {} }] },
  datagrid: {
    more: { components: inner },
    good: [{ y: 'a', z: 1 }],
    kept: [{ y: 'a' }],
    wrong: ['a', {}, 1, ''],
  },
  editgrid: { more: { components: inner }, good: [{}, { y: 'a' }], kept: [{}, { y: 'a' }], wrong: ['a', {}] },
  file: {
    good: [{ name: 'a' }],
    kept: [{ name: 'a' }],
    wrong: ['a', {}, [1], [{ size: 1 }], [{ name: 'a', size: -1 }]],
  },
  ...Object.fromEntries(
    pickerTypes.map((type) => [
      type,
      {
        good: { id: 'u1', name: '林一诺', note: 'dropped' },
        kept: { id: 'u1', name: '林一诺' },
        wrong: ['u1', 7, {}, { id: '', name: 'x' }, { id: 'u1' }, [{ id: 'u1', name: 'x' }]],
      },
    ]),
  ),
};
const LAYOUTS: Readonly<Record<string, object>> = {
  columns: { columns: [{ components: inner }] },
  fieldset: { components: inner },
  panel: { components: inner },
  table: { rows: [[{ components: inner }]] },
  tabs: { components: [{ key: 'tab', label: 'Tab', components: inner }] },
  well: { components: inner },
};
const CONTENTS = ['htmlelement', 'content'];

describe('each component type', () => {
  test('is registered and has cases', () => {
    const cases = [...Object.keys(TYPES), ...Object.keys(LAYOUTS), ...CONTENTS];
    expect([...COMPONENT_TYPES].sort()).toEqual(cases.sort());
  });

  test.each(Object.entries(TYPES))(
    '%s keeps a good value in its normal form',
    (type, { more, good, kept }) => {
      const components = [field(type, more as Record<string, unknown>)];
      expect(errorsOf(components, { x: good })).toEqual([]);
      expect(dataOf(components, { x: good })).toEqual({ x: kept });
    },
  );

  const wrong = Object.entries(TYPES).flatMap(([type, { more, wrong }]) =>
    wrong.map((value) => ({ type, more, value })),
  );
  test.each(wrong)('$type says where $value is of the wrong type', ({ type, more, value }) => {
    const [error] = errorsOf([field(type, more as Record<string, unknown>)], { x: value });
    expect(error).toMatch(/^x(?:\[\d+\])?:type$/);
  });

  const everything = Object.entries(TYPES).flatMap(([type, { more }]) =>
    KINDS.map((value) => ({ type, more, value })),
  );
  test.each(everything)('$type answers to $value, alone and in rows', ({ type, more, value }) => {
    const component = field(type, { validate: { required: true }, ...more });
    const rows = field('datagrid', { key: 'rows', components: [component] });
    expect(() => errorsOf([component], { x: value })).not.toThrow();
    expect(() => errorsOf([rows], { rows: [{ x: value }, value] })).not.toThrow();
    expect(() => errorsOf([field(type, { ...more, multiple: true })], { x: value })).not.toThrow();
  });

  test.each(Object.entries(LAYOUTS))(
    '%s has no value of its own; its children stand beside it',
    (type, more) => {
      const layout = { type, key: 'x', label: 'X', input: false, ...more };
      expect(dataOf([layout], { y: 'a', x: 'dropped' })).toEqual({ y: 'a' });
      expect(errorsOf([layout], { y: 1 })).toEqual(['y:type']);
    },
  );

  test.each(CONTENTS)('%s has no part in the data', (type) => {
    expect(dataOf([{ type, key: 'x', label: 'X', input: false }], { x: 'dropped' })).toEqual({});
  });

  test('items of a list name their place', () => {
    const component = field('number', { multiple: true });
    expect(errorsOf([component], { x: [1, 'two', 3] })).toEqual(['x[1]:type']);
  });

  test('radio-like boxes store one value under their shared name', () => {
    const box = (key: string) => field('checkbox', { key, inputType: 'radio', name: 'choice', value: key });
    expect(dataOf([box('a'), box('b')], { choice: 'b' })).toEqual({ choice: 'b' });
  });

  test('a picker of several keeps each in its normal form', () => {
    const component = field('pupil', { multiple: true });
    const chosen = [
      { id: 'a', name: '甲', extra: 1 },
      { id: 'b', name: '乙' },
    ];
    expect(dataOf([component], { x: chosen })).toEqual({
      x: [
        { id: 'a', name: '甲' },
        { id: 'b', name: '乙' },
      ],
    });
    expect(errorsOf([component], { x: [{ id: 'a', name: '甲' }, 'b'] })).toEqual(['x[1]:type']);
  });

  test('a list of files has its upper bound', () => {
    const component = field('file', { multiple: true, maxFiles: 2 });
    const files = (n: number) => ({ x: Array.from({ length: n }, (_, i) => ({ name: `${i}` })) });
    expect(errorsOf([component], files(2))).toEqual([]);
    expect(errorsOf([component], files(3))).toEqual(['x:maxFiles']);
  });

  test('types outside the builder are unknown', () => {
    for (const name of ['form', 'resource', 'recaptcha', 'datasource', 'tree', 'unknown', '__proto__', 7]) {
      expect(componentTypeOf(name)).toBeUndefined();
    }
  });
});
