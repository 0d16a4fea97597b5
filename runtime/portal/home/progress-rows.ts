import type { z } from 'zod';
import type { getProgress } from '../../contracts/api/organisation.ts';

export type ProgressRow = z.output<typeof getProgress.response>['rows'][number];

/** The parts of a bar in their order from left to right; together they are all records of a unit. */
export const progressStates = ['archived', 'inNotice', 'waiting', 'returned'] as const;
export type ProgressState = (typeof progressStates)[number];

export function totalOf(row: ProgressRow): number {
  return progressStates.reduce((sum, state) => sum + row[state], 0);
}

/** The bar of a row in per cent of the longest bar: lengths can be compared between units. */
export function barOf(
  row: ProgressRow,
  longest: number,
): { state: ProgressState; from: number; width: number }[] {
  let from = 0;
  const bar = [];
  for (const state of progressStates) {
    const width = longest === 0 ? 0 : (row[state] / longest) * 100;
    if (width > 0) bar.push({ state, from, width });
    from += width;
  }
  return bar;
}
