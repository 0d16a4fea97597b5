import { expect, test } from '@jest/globals';
import { nextTry } from './retry-plan.ts';

const minute = 60_000;

/** Minutes from each failed try to the next one, until none is left. */
function waits(retryCycle: string | null): number[] {
  const found: number[] = [];
  let job = { retryCycle, retries: 3, errorMessage: null as string | null };
  for (;;) {
    const { retriesLeft, at } = nextTry(job, 0);
    if (retriesLeft === 0) return found;
    found.push(at / minute);
    job = { retryCycle, retries: retriesLeft, errorMessage: 'failed' };
  }
}

test.each([
  ['R5/PT5M', [5, 5, 5, 5]],
  ['R1/PT5M', []],
  ['PT10M', [10]],
  ['PT10M,PT20M,PT1H', [10, 20, 60]],
  [' PT1M, P1D ', [1, 1440]],
  [null, [0.5, 2]],
  ['every five minutes', [0.5, 2]],
  ['R/PT5M', [0.5, 2]],
])('%s waits %j minutes', (cycle, minutes) => {
  expect(waits(cycle)).toEqual(minutes);
});

test('tries that somebody set are kept on the next failure', () => {
  expect(nextTry({ retryCycle: 'R5/PT5M', retries: 1, errorMessage: 'failed' }, 0).retriesLeft).toBe(0);
  expect(nextTry({ retryCycle: null, retries: 8, errorMessage: 'failed' }, 0)).toEqual({
    retriesLeft: 7,
    at: minute / 2,
  });
});
