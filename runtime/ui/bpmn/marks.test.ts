import { expect, test } from '@jest/globals';
import { markOf } from './marks.ts';

const marks = {
  finished: ['submit', 'review'],
  active: ['review'],
  failed: ['notify'],
  fresh: ['extra'],
  changed: ['extra', 'decide'],
  removed: ['remind'],
};

test.each([
  ['submit', 'finished'],
  ['review', 'active'],
  ['notify', 'failed'],
  ['extra', 'fresh'],
  ['decide', 'changed'],
  ['remind', 'removed'],
  ['archive', undefined],
])('%s is marked %s', (element, mark) => {
  expect(markOf(element, marks)).toBe(mark);
});
