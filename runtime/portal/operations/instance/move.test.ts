import { expect, test } from '@jest/globals';
import { instructionsOf, movesNothing } from './move.ts';

test('what begins is asked for before what ends, so that a scope is never left empty between', () => {
  expect(instructionsOf({ ends: ['review'], begins: ['revise', 'notify'] })).toEqual([
    { do: 'start-before', elementId: 'revise' },
    { do: 'start-before', elementId: 'notify' },
    { do: 'cancel-all', elementId: 'review' },
  ]);
});

test.each([
  [{ ends: [], begins: [] }, true],
  [{ ends: ['review'], begins: [] }, false],
  [{ ends: [], begins: ['revise'] }, false],
])('%j moves nothing: %s', (move, expected) => {
  expect(movesNothing(move)).toBe(expected);
});
