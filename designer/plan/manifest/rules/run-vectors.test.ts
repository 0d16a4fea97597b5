import { expect, test } from '@jest/globals';
import { fieldsOf, runVectors } from './run-vectors.ts';

const logic = {
  '>=': [
    { reduce: [{ var: 'terms' }, { '+': [{ var: 'current' }, { var: 'accumulator' }] }, 0] },
    { var: 'least' },
  ],
};

test('each example is told whether the rule answers it rightly', () => {
  const vectors = [
    { given: { terms: [20, 20], least: 40 }, expected: true },
    { given: { terms: [20, 19], least: 40 }, expected: true },
  ];
  expect(runVectors({ logic, vectors })).toEqual([
    { answer: true, right: true },
    { answer: false, right: false },
  ]);
});

test('a rule that may not be run has no answers', () => {
  expect(runVectors({ logic: { method: ['a', 'b'] }, vectors: [{ given: {}, expected: true }] })).toBeNull();
});

test('the fields of a rule are those that are given to it', () => {
  expect(fieldsOf(logic)).toEqual(['terms', 'least']);
});
