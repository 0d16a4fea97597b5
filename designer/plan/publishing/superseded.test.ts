import { expect, test } from '@jest/globals';
import { superseded } from './superseded.ts';

const bundles = [
  { version: 3, cohorts: [2026] },
  { version: 2, cohorts: [2025, 2026] },
  { version: 1, cohorts: [] },
];

test('what is superseded is said by version, the newest first, and cohorts that had none last', () => {
  expect(superseded(bundles, [2027, 2026, 2025])).toEqual([
    { version: 3, cohorts: [2026] },
    { version: 2, cohorts: [2025, 2026] },
    { version: null, cohorts: [2027] },
  ]);
});

test('nothing is superseded by the first version', () => {
  expect(superseded([], [2026])).toEqual([{ version: null, cohorts: [2026] }]);
  expect(superseded(bundles, [])).toEqual([]);
});
