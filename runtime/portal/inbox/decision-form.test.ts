import { describe, expect, test } from '@jest/globals';
import {
  buttonOrder,
  decisionData,
  furtherFields,
  type OutcomeValue,
  remarkMissing,
} from './decision-form.ts';

const confirm: OutcomeValue = { value: 'confirmed', label: '属实', kind: 'confirm' };
const giveBack: OutcomeValue = { value: 'returned', label: '退回修改', kind: 'return' };
const outcome = { key: 'outcome', remark: 'remark', values: [confirm, giveBack] };

describe('a decision', () => {
  test('to return needs a remark that says something', () => {
    expect([
      remarkMissing(outcome, giveBack, '  '),
      remarkMissing(outcome, giveBack, '缺照片'),
      remarkMissing(outcome, confirm, ''),
    ]).toEqual([true, false, false]);
  });

  test('needs none where the form has no place for it', () => {
    expect(remarkMissing({ ...outcome, remark: null }, giveBack, '')).toBe(false);
  });

  test('leaves an empty remark out of the data', () => {
    expect(decisionData(outcome, confirm, ' ', { hours: 2 })).toEqual({ hours: 2, outcome: 'confirmed' });
    expect(decisionData(outcome, giveBack, ' 缺照片 ', {})).toEqual({
      outcome: 'returned',
      remark: '缺照片',
    });
  });

  test('stands at the thumb: returning first, confirming last', () => {
    expect(buttonOrder(outcome.values).map((one) => one.kind)).toEqual(['return', 'confirm']);
  });
});

describe('the rest of the decision form', () => {
  const radio = { type: 'radio', key: 'outcome', input: true };
  const remark = { type: 'textarea', key: 'remark', input: true };

  test('is nothing when it only asks for outcome and remark', () => {
    const definition = { components: [radio, remark, { type: 'content', key: 'note', input: false }] };
    expect(furtherFields(definition, outcome)).toBeNull();
  });

  test('is what else it asks, also inside panels', () => {
    const panel = {
      type: 'panel',
      key: 'p',
      input: false,
      components: [{ type: 'number', key: 'hours', input: true }],
    };
    expect(furtherFields({ components: [radio, remark, panel] }, outcome)).toEqual({ components: [panel] });
  });
});
