import { expect, test } from '@jest/globals';
import { createInstance } from 'i18next';
import { rulesZhCN } from '../../../i18n/rules.zh-CN.ts';
import type { RuleCondition } from './rule-model.ts';
import { type RuleWords, ruleSentence } from './rule-sentence.ts';

const i18n = createInstance();
await i18n.init({
  lng: 'zh-CN',
  resources: { 'zh-CN': { rules: rulesZhCN } },
  interpolation: { escapeValue: false },
});
const words: RuleWords = {
  say: (word, values) => i18n.t(`sentence.${word}`, { ns: 'rules', ...values }),
  test: (it) => i18n.t(`test.${it}`, { ns: 'rules' }),
  value: (value) => (typeof value === 'boolean' ? (value ? '是' : '否') : String(value)),
};
const every: RuleCondition = { is: 'all', field: '各学期', test: '>=', value: 20 };
const sum: RuleCondition = { is: 'compare', operand: { of: 'sum', field: '各学期' }, test: '>=', value: 105 };

test('a condition is said in one sentence', () => {
  expect(ruleSentence({ answers: 'condition', condition: { is: 'or', parts: [every, sum] } }, words)).toBe(
    '“各学期”每一项都不少于 20，或者“各学期”合计不少于 105，就算符合；否则不符合。',
  );
});

test('groups inside groups are put in brackets', () => {
  const condition: RuleCondition = {
    is: 'and',
    parts: [
      { is: 'or', parts: [every, sum] },
      { is: 'not', part: sum },
    ],
  };
  expect(ruleSentence({ answers: 'condition', condition }, words)).toContain(
    '（“各学期”每一项都不少于 20，或者“各学期”合计不少于 105），并且不是“各学期”合计不少于 105',
  );
});

test('cases are said in their order, what is left at the end', () => {
  const when: RuleCondition = {
    is: 'compare',
    operand: { of: 'count', field: '各学期', test: '>=', threshold: 20 },
    test: '>=',
    value: 5,
  };
  expect(
    ruleSentence({ answers: 'value', cases: [{ when, value: '达标' }], otherwise: '未达标' }, words),
  ).toBe('“各学期”中不少于 20 的项数不少于 5，取“达标”；其他情况取“未达标”。');
});
