import { describe, expect, test } from '@jest/globals';
import type { PlanIndicator } from '@oneplan/runtime/plan/entries/indicator.ts';
import { freeCode, hung, type IndicatorMove, movedIndicator, rowsOf } from './indicator-order.ts';

const indicator = (code: string, parent?: string, dimension = 'moral'): PlanIndicator => ({
  code,
  dimension,
  ...(parent !== undefined && { parent }),
  text: code,
  kind: 'recorded',
});
const indicators = [
  indicator('1'),
  indicator('1.1', '1'),
  indicator('1.2', '1'),
  indicator('2'),
  indicator('3'),
  indicator('9', undefined, 'health'),
];

const drawn = (list: readonly PlanIndicator[] | undefined, dimension = 'moral') =>
  list && rowsOf(list, dimension).map(({ indicator: { code }, depth }) => `${'-'.repeat(depth - 1)}${code}`);
const move = (code: string, by: IndicatorMove) => drawn(movedIndicator(indicators, code, by));

describe('the tree of indicators', () => {
  test('is drawn with parts below what they are parts of', () => {
    expect(drawn(indicators)).toEqual(['1', '-1.1', '-1.2', '2', '3']);
  });

  test('shows indicators that are parts of each other, so that they can be mended', () => {
    expect(drawn([indicator('a', 'b'), indicator('b', 'a')])).toEqual(['a', 'b']);
  });

  test('moves an indicator up and down among its siblings, with its parts', () => {
    expect(move('1', 'down')).toEqual(['2', '1', '-1.1', '-1.2', '3']);
    expect(move('2', 'up')).toEqual(['2', '1', '-1.1', '-1.2', '3']);
    expect(move('2', 'down')).toEqual(['1', '-1.1', '-1.2', '3', '2']);
    expect(move('1.2', 'up')).toEqual(['1', '-1.2', '-1.1', '2', '3']);
  });

  test('makes an indicator a part of the one before it, and no part any more', () => {
    expect(move('2', 'indent')).toEqual(['1', '-1.1', '-1.2', '-2', '3']);
    expect(move('1.1', 'outdent')).toEqual(['1', '-1.2', '1.1', '2', '3']);
  });

  test.each([
    ['1', 'up'],
    ['3', 'down'],
    ['1', 'indent'],
    ['2', 'outdent'],
    ['1.2', 'down'],
    ['none', 'up'],
  ] as const)('has no step for %s %s', (code, by) => {
    expect(movedIndicator(indicators, code, by)).toBeUndefined();
  });

  test('takes the parts along into another dimension', () => {
    const changed = hung(indicators, '1', { dimension: 'health', parent: '9' });
    expect(drawn(changed, 'health')).toEqual(['9', '-1', '--1.1', '--1.2']);
    expect(drawn(changed)).toEqual(['2', '3']);
  });

  test('never makes an indicator a part of itself', () => {
    expect(hung(indicators, '1', { dimension: 'moral', parent: '1.1' })).toBe(indicators);
  });

  test('loses and doubles nothing whatever is moved', () => {
    for (const { code } of indicators)
      for (const by of ['up', 'down', 'indent', 'outdent'] as const) {
        const changed = movedIndicator(indicators, code, by) ?? indicators;
        expect(changed.map((it) => it.code).sort()).toEqual(indicators.map((it) => it.code).sort());
      }
  });
});

test('a new indicator gets the next code below what it is a part of', () => {
  expect(freeCode(indicators, '1')).toBe('1.3');
  expect(freeCode(indicators, 'D1')).toBe('D1.1');
  expect(freeCode(indicators, '德')).toBe('4');
});
