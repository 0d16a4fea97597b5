import { expect, test } from '@jest/globals';
import { type ArchiveEntry, entriesByTerm, shortSeal } from './archive-groups.ts';

const entry = (id: string, termSlot: number, dimension: string): ArchiveEntry => ({
  id,
  termSlot,
  termName: `第 ${termSlot} 学期`,
  dimension,
  formName: '体育突出表现',
  title: id,
  fields: [],
  attachments: [],
  recordId: id,
  archivedAt: '2026-03-01T00:00:00Z',
  seal: 'a'.repeat(64),
});
const entries = [entry('a', 1, '体育'), entry('b', 2, '艺术'), entry('c', 2, '体育')];
const ids = (dimension: string | null) =>
  entriesByTerm(entries, dimension).map((term) => term.entries.map((one) => one.id));

test('stands by term, latest first, in the order of archiving inside', () => {
  expect(ids(null)).toEqual([['b', 'c'], ['a']]);
});

test('of one dimension leaves out terms without it', () => {
  expect(ids('艺术')).toEqual([['b']]);
});

test('shows twelve characters of a seal in fours', () => {
  expect(shortSeal('0123456789abcdef0123')).toBe('0123 4567 89ab');
});
