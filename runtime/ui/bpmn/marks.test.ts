import { expect, test } from '@jest/globals';
import { markOf } from './marks.ts';

const marks = { finished: ['submit', 'review'], active: ['review'], failed: ['notify'] };

test.each([
  ['submit', 'finished'],
  ['review', 'active'],
  ['notify', 'failed'],
  ['archive', undefined],
])('%s is marked %s', (element, mark) => {
  expect(markOf(element, marks)).toBe(mark);
});
