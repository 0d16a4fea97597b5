import { expect, test } from '@jest/globals';
import { cohortChoice } from './cohort-choice.ts';

test('the cohorts that the layer governs now are ticked', () => {
  expect(cohortChoice([2025, 2024], [2026], '2026-11-22')).toEqual({
    options: [2024, 2025, 2026, 2027],
    chosen: [2024, 2025],
  });
});

test('a layer that governs none yet takes those of the layer above', () => {
  expect(cohortChoice([], [2025, 2026], '2026-11-22').chosen).toEqual([2025, 2026]);
});

test('without any, the two youngest cohorts are ticked; the school year begins in September', () => {
  expect(cohortChoice([], [], '2026-11-22').chosen).toEqual([2025, 2026]);
  expect(cohortChoice([], [], '2026-08-31').chosen).toEqual([2024, 2025]);
});
