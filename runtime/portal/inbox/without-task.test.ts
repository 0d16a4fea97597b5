import { expect, test } from '@jest/globals';
import { withoutTask } from './without-task.ts';

const page = (all: number, ...ids: string[]) => ({
  items: ids.map((id) => ({ id, overdue: id === 'late' })),
  next: null,
  counts: { all, overdue: 1, today: 0 },
  forms: [],
});

test('takes a task out of its page and the counts of every page', () => {
  const inbox = withoutTask(
    { pages: [page(3, 'late', 'a'), page(3, 'b')], pageParams: [undefined, '2'] },
    'late',
  );
  expect(inbox.pages.map((one) => [one.items.length, one.counts.all, one.counts.overdue])).toEqual([
    [1, 2, 0],
    [1, 2, 0],
  ]);
});

test('changes nothing where the task is not listed', () => {
  const inbox = page(3, 'a');
  expect(withoutTask(inbox, 'b')).toBe(inbox);
  expect(withoutTask(undefined, 'b')).toBeUndefined();
});

test('takes it out of a single answer too', () => {
  expect(withoutTask(page(2, 'a', 'b'), 'b')).toMatchObject({
    items: [{ id: 'a' }],
    counts: { all: 1, overdue: 1 },
  });
});
