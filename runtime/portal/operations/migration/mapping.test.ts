import { describe, expect, test } from '@jest/globals';
import type { MigratedElement } from '../../../contracts/api/migrations.ts';
import { assign, choicesFor, mappingOf, mappingsOf, pairLabels } from './mapping.ts';

const element = (elementId: string, shape: string, around: string | null = null): MigratedElement => ({
  elementId,
  name: elementId,
  kind: shape,
  shape,
  around,
  waits: shape !== 'exclusive-gateway',
  standing: 0,
});
const elements = {
  from: [
    element('review', 'user-task'),
    element('overdue', 'boundary-event on timer', 'review'),
    element('outcome', 'exclusive-gateway'),
    element('revise', 'user-task'),
  ],
  to: [
    element('verify', 'user-task'),
    element('overdue', 'boundary-event on timer', 'verify'),
    element('outcome', 'exclusive-gateway'),
    element('revise', 'user-task'),
  ],
};
const suggested = mappingOf([
  { from: 'outcome', to: 'outcome' },
  { from: 'revise', to: 'revise' },
]);

describe('deciding what becomes of an element', () => {
  test('takes along what is attached to it and has its counterpart there', () => {
    expect(mappingsOf(assign(suggested, elements, 'review', 'verify'), elements)).toEqual([
      { from: 'review', to: 'verify' },
      { from: 'overdue', to: 'overdue' },
      { from: 'outcome', to: 'outcome' },
      { from: 'revise', to: 'revise' },
    ]);
  });

  test('leaves what has no counterpart at the new place, and with none everything that belongs to it', () => {
    const mapped = assign(suggested, elements, 'review', 'verify');
    expect(assign(mapped, elements, 'review', 'revise')).not.toHaveProperty('overdue');
    expect(assign(mapped, elements, 'review', null)).toEqual(suggested);
  });

  test('offers elements of the same shape alone', () => {
    const [review] = elements.from;
    expect(review && choicesFor(review, elements).map(({ elementId }) => elementId)).toEqual([
      'verify',
      'revise',
    ]);
  });
});

test('a pair bears the same number in both pictures; what nobody stands at bears none', () => {
  expect(pairLabels(assign(suggested, elements, 'review', 'verify'), elements)).toEqual({
    from: { review: '1', overdue: '2', revise: '3' },
    to: { verify: '1', overdue: '2', revise: '3' },
  });
});
