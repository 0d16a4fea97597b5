import { expect, test } from '@jest/globals';
import { readGiven, writeGiven } from './given-value.ts';

const words = { yes: '是', no: '否' };

test.each([
  ['20', 20],
  ['-1.5', -1.5],
  ['是', true],
  ['false', false],
  ['', null],
  ['优秀', '优秀'],
  ['20, 19，21', [20, 19, 21]],
  ['20,', [20]],
])('%j is read as %j', (text, value) => {
  expect(readGiven(text)).toEqual(value);
});

test.each([20, true, null, '优秀', [20, 19], [20]])('%j is read as it was shown', (value) => {
  expect(readGiven(writeGiven(value, words))).toEqual(value);
});
