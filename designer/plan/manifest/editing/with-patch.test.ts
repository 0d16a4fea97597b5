import { expect, test } from '@jest/globals';
import { filled, moved, withItem, withPatch } from './with-patch.ts';

test('undefined takes a member out', () => {
  const entry: { name: string; note?: string } = { name: 'a', note: 'b' };
  expect(Object.keys(withPatch(entry, { note: undefined }))).toEqual(['name']);
});

test('one member of a list is changed, the others stay the same', () => {
  const list = [{ name: 'a' }, { name: 'b' }];
  const changed = withItem(list, 1, { name: 'c' });
  expect(changed).toEqual([{ name: 'a' }, { name: 'c' }]);
  expect(changed[0]).toBe(list[0]);
});

test('a member moves by one place and not beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});

test('a list that is empty is left out', () => {
  expect(filled([])).toBeUndefined();
  expect(filled([1])).toEqual([1]);
});
