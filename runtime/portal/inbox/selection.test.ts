import { expect, test } from '@jest/globals';
import type { TaskSummary } from '../../contracts/api/tasks.ts';
import { byLabel, inBatches, selectedOf, toggled } from './selection.ts';

const task = (id: string, more: Partial<TaskSummary> = {}): TaskSummary => ({
  id,
  instanceId: id,
  elementId: 'review',
  name: '班主任确认',
  title: id,
  formKey: 'b-r01',
  formName: '突出表现',
  student: null,
  createdAt: '2026-02-25T00:00:00Z',
  dueAt: null,
  overdue: false,
  suspended: false,
  round: 1,
  part: 'main',
  confirmation: { label: '属实', data: { outcome: 'confirmed' }, recordRevision: 1 },
  ...more,
});

test('only tasks that are shown, decided by the caller and need nothing further are selected', () => {
  const shown = [
    task('a'),
    task('b', { confirmation: null }),
    task('c', { suspended: true }),
    task('d', { part: 'signer' }),
    task('e'),
  ];
  const selected = new Set(['e', 'd', 'c', 'b', 'a', 'gone']);
  expect(selectedOf(shown, selected).map(({ id }) => id)).toEqual(['a', 'e']);
});

test('a press selects, a second one takes it back', () => {
  const once = toggled(new Set(['a']), 'b');
  expect([...once]).toEqual(['a', 'b']);
  expect([...toggled(once, 'a')]).toEqual(['b']);
});

test('what goes on after a call that got lost begins with the same call', () => {
  const items = Array.from({ length: 450 }, (_, at) => at);
  const [first, second, third] = inBatches(items);
  expect([first?.length, second?.length, third?.length]).toEqual([200, 200, 50]);
  expect(inBatches(items.slice(200))[0]).toEqual(second);
  expect(inBatches([])).toEqual([]);
});

test('tasks stand under the words that each is confirmed with', () => {
  const other = { label: '同意', data: {}, recordRevision: 1 };
  const groups = byLabel([task('a'), task('b', { confirmation: other }), task('c')] as never);
  expect(groups.map(({ label, tasks }) => [label, tasks.length])).toEqual([
    ['属实', 2],
    ['同意', 1],
  ]);
});
