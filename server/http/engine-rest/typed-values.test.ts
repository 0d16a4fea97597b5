import { describe, expect, test } from '@jest/globals';
import { readTypedValues, writeTypedValues } from './typed-values.ts';

describe('values from a client', () => {
  test.each([
    ['String', '公示', '公示'],
    ['string', '', ''],
    ['Boolean', false, false],
    ['INTEGER', 2 ** 31 - 1, 2 ** 31 - 1],
    ['Long', 3e9, 3e9],
    ['Double', 1.5, 1.5],
    ['Null', null, null],
    ['Json', '{"a":[1,null]}', { a: [1, null] }],
    ['Date', '2026-11-22T16:00:00.000+0800', '2026-11-22T08:00:00.000Z'],
    ['date', '2026-11-22T08:00:00', '2026-11-22T08:00:00.000Z'],
    ['Integer', null, null],
    [undefined, 'untyped', 'untyped'],
    [undefined, 7, 7],
  ])('%s %p is stored as %p', (type, value, stored) => {
    expect(readTypedValues({ x: { type, value } })).toEqual({ x: stored });
  });

  test.each([
    ['Integer', 2 ** 31],
    ['Integer', 1.5],
    ['Integer', '1'],
    ['Long', 2 ** 53],
    ['Boolean', 'true'],
    ['String', 1],
    ['Json', '{'],
    ['Json', { a: 1 }],
    ['Date', '22.11.2026'],
    ['Date', '2026-13-45T08:00:00.000+0000'],
    ['File', 'YQ=='],
    ['Object', '{}'],
    ['constructor', 1],
    [undefined, { a: 1 }],
  ])('%s %p is refused by the name of the variable', (type, value) => {
    expect(() => readTypedValues({ outcome: { type, value } })).toThrow(/^Cannot set variable 'outcome': /);
  });

  test('a transient value is refused, because everything is stored', () => {
    const typed = { type: 'String', value: 'secret', valueInfo: { transient: true } };
    expect(() => readTypedValues({ secret: typed })).toThrow(/transient/);
  });
});

test.each([
  ['text', 'String', 'text'],
  [true, 'Boolean', true],
  [5, 'Integer', 5],
  [3e9, 'Long', 3e9],
  [0.5, 'Double', 0.5],
  [1e300, 'Double', 1e300],
  [null, 'Null', null],
  [[1, { a: 2 }], 'Json', '[1,{"a":2}]'],
])('%p goes to a client as %s', (value, type, written) => {
  expect(writeTypedValues({ x: value })).toEqual({ x: { type, value: written, valueInfo: {} } });
});
