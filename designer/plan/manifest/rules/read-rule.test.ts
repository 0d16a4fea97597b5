import { describe, expect, test } from '@jest/globals';
import { compileJsonLogic } from '@oneplan/runtime/rules/json-logic.ts';
import { readRule } from './read-rule.ts';
import type { PlanRuleModel } from './rule-model.ts';
import { writeRule } from './write-rule.ts';

/** 连续 5 个学期每学期 20 个，或累计 105 个观测点达标 */
const passes = {
  or: [
    { all: [{ var: 'terms' }, { '>=': [{ var: '' }, 20] }] },
    { '>=': [{ reduce: [{ var: 'terms' }, { '+': [{ var: 'current' }, { var: 'accumulator' }] }, 0] }, 105] },
  ],
};

describe('a rule as the builder shows it', () => {
  test('reads the rule of who passes, and writes it as it was', () => {
    const rule = readRule(passes);

    expect(rule).toEqual({
      answers: 'condition',
      condition: {
        is: 'or',
        parts: [
          { is: 'all', field: 'terms', test: '>=', value: 20 },
          { is: 'compare', operand: { of: 'sum', field: 'terms' }, test: '>=', value: 105 },
        ],
      },
    });
    expect(rule && writeRule(rule)).toEqual(passes);
  });

  test('counts the members of a list that meet a threshold', () => {
    const rule: PlanRuleModel = {
      answers: 'value',
      cases: [
        {
          when: {
            is: 'not',
            part: {
              is: 'compare',
              operand: { of: 'count', field: 'terms', test: '<', threshold: 20 },
              test: '>',
              value: 1,
            },
          },
          value: 'yes',
        },
      ],
      otherwise: 'no',
    };
    const logic = writeRule(rule);

    expect(readRule(logic)).toEqual(rule);
    expect(compileJsonLogic(logic).evaluate({ terms: [19, 20, 25] })).toBe('yes');
    expect(compileJsonLogic(logic).evaluate({ terms: [19, 18, 25] })).toBe('no');
  });

  test.each([
    { '>': [{ var: 'a' }, { var: 'b' }] },
    { '+': [1, 2] },
    { if: [{ '>': [{ var: 'a' }, 1] }, { var: 'b' }, 'no'] },
    { '>=': [{ reduce: [{ var: 'a' }, { '*': [{ var: 'current' }, { var: 'accumulator' }] }, 1] }, 5] },
    { and: [{ '>': [{ var: 'a' }, 1] }, { in: ['a', 'abc'] }] },
    {},
    'text',
  ])('leaves %j, which it has no words for, alone', (logic) => {
    expect(readRule(logic)).toBeNull();
  });
});
