import { describe, expect, test } from '@jest/globals';
import { barOf, type ProgressRow, totalOf } from './progress-rows.ts';

const row = (counts: Partial<ProgressRow>): ProgressRow => ({
  unit: { id: '0b0f3a52-6b7e-4c0e-9f3f-2d1f4f1f0a01', name: '南山实验', kind: 'school' },
  pupils: 0,
  waiting: 0,
  returned: 0,
  inNotice: 0,
  archived: 0,
  overdue: 0,
  ...counts,
});

describe('the bar of a unit', () => {
  test('has parts end to end, as long as their counts, measured by the longest bar', () => {
    expect(barOf(row({ archived: 5, waiting: 10, returned: 5 }), 40)).toEqual([
      { state: 'archived', from: 0, width: 12.5 },
      { state: 'waiting', from: 12.5, width: 25 },
      { state: 'returned', from: 37.5, width: 12.5 },
    ]);
  });

  test('is empty where there are no records anywhere', () => {
    expect(barOf(row({}), 0)).toEqual([]);
  });

  test('does not count overdue records twice: they are waiting ones', () => {
    expect(totalOf(row({ waiting: 3, overdue: 2, archived: 1 }))).toBe(4);
  });
});
