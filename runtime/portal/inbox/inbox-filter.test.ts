import { expect, test } from '@jest/globals';
import { filterFrom, isNarrow, searchOf } from './inbox-filter.ts';

test('a filter survives its way through the address', () => {
  const filter = { q: '林一诺', formKey: 'b-r01', due: 'overdue' as const };
  expect(filterFrom(searchOf(filter))).toEqual(filter);
});

test('an address with unknown words narrows nothing', () => {
  expect(isNarrow(filterFrom(new URLSearchParams('due=yesterday')))).toBe(false);
});

test('a search is cut at what the server takes', () => {
  expect(filterFrom(new URLSearchParams({ q: '长'.repeat(99) })).q).toHaveLength(30);
});
