import { expect, test } from '@jest/globals';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';
import { confirmationOf } from './confirmation.ts';

const outcome = {
  type: 'radio',
  key: 'outcome',
  input: true,
  values: [
    { value: 'returned', label: '退回修改' },
    { value: 'confirmed', label: '属实' },
  ],
};
const remark = { type: 'textarea', key: 'remark', input: true };

/** A plan with one step whose form holds these components. */
const planWith = (kinds: Record<string, string>, ...components: object[]) =>
  ({
    manifest: {
      processes: [
        {
          steps: [
            {
              element: 'review',
              form: { key: 'decision' },
              outcome: { component: 'outcome', remark: 'remark', kinds },
            },
          ],
        },
      ],
    },
    forms: new Map([['decision', { definition: { components } }]]),
  }) as unknown as PublishedBundle;
const kinds = { confirmed: 'confirm', returned: 'return' };

test('a form of outcome and remark alone is confirmed by its outcome', () => {
  expect(confirmationOf(planWith(kinds, outcome, remark), 'review')).toEqual({
    label: '属实',
    data: { outcome: 'confirmed' },
  });
});

test('a form that asks for more has to be opened, however deep the field lies', () => {
  const nested = { type: 'panel', components: [{ type: 'number', key: 'hours', input: true }] };
  expect(confirmationOf(planWith(kinds, outcome, remark, nested), 'review')).toBeNull();
});

test('a step without a confirming outcome, or unknown to the plan, has to be opened', () => {
  expect(confirmationOf(planWith({ returned: 'return' }, outcome), 'review')).toBeNull();
  expect(confirmationOf(planWith(kinds, outcome), 'elsewhere')).toBeNull();
});
