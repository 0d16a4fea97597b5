import { describe, expect, test } from '@jest/globals';
import type { TaskSummary } from '../../contracts/api/tasks.ts';
import { afterDone, groupOf, groupTasks, neighbour } from './grouping.ts';

const zone = 'Asia/Shanghai';
/** 23:00 in Shenzhen on March 1. */
const now = Date.parse('2026-03-01T15:00:00Z');
const task = (id: string, dueAt: string | null, overdue = false): TaskSummary => ({
  id,
  instanceId: id,
  elementId: 'review',
  name: '班主任确认',
  title: id,
  formKey: 'record-decision',
  formName: '记录核实',
  student: null,
  createdAt: '2026-02-25T00:00:00Z',
  dueAt,
  overdue,
  suspended: false,
  round: 1,
  part: 'main',
  confirmation: null,
});

describe('the group of a task', () => {
  test('is today until midnight of the local day, not for 24 hours', () => {
    expect(groupOf(task('a', '2026-03-01T15:59:00Z'), now, zone)).toBe('today');
    expect(groupOf(task('b', '2026-03-01T16:00:00Z'), now, zone)).toBe('later');
  });

  test('is overdue when the server says so or the time has passed since it answered', () => {
    expect(groupOf(task('a', '2026-03-05T00:00:00Z', true), now, zone)).toBe('overdue');
    expect(groupOf(task('b', '2026-03-01T14:59:00Z'), now, zone)).toBe('overdue');
  });

  test('without a deadline is a group of its own', () => {
    expect(groupOf(task('a', null), now, zone)).toBe('open');
  });
});

test('groups stand by urgency and keep the order of the inbox inside', () => {
  const tasks = [
    task('a', null),
    task('b', '2026-03-09T00:00:00Z'),
    task('c', '2026-02-09T00:00:00Z'),
    task('d', '2026-03-08T00:00:00Z'),
  ];
  expect(
    groupTasks(tasks, now, zone).map(({ group, tasks: own }) => [group, own.map((one) => one.id)]),
  ).toEqual([
    ['overdue', ['c']],
    ['later', ['b', 'd']],
    ['open', ['a']],
  ]);
});

describe('moving through the list', () => {
  const tasks = [task('a', null), task('b', null), task('c', null)];

  test('goes up and down and stays at the ends', () => {
    expect([
      neighbour(tasks, 'a', 1)?.id,
      neighbour(tasks, 'b', -1)?.id,
      neighbour(tasks, 'c', 1)?.id,
    ]).toEqual(['b', 'a', 'c']);
  });

  test('begins at the first task', () => {
    expect(neighbour(tasks, undefined, 1)?.id).toBe('a');
  });

  test('after a decision takes the one below, at the end the one above, and nothing when none is left', () => {
    expect([afterDone(tasks, 'a')?.id, afterDone(tasks, 'c')?.id, afterDone([task('a', null)], 'a')]).toEqual(
      ['b', 'b', undefined],
    );
  });
});
