import type { Comparison, PlanRuleModel, RuleCondition, RuleOperand, RuleScalar } from './rule-model.ts';

/** Words that a rule is said with; `{{…}}` is filled by `say`. */
export interface RuleWords {
  readonly say: (word: RuleWord, values?: Readonly<Record<string, string>>) => string;
  readonly value: (value: RuleScalar) => string;
  readonly test: (test: Comparison) => string;
}

export type RuleWord =
  | 'field'
  | 'sum'
  | 'count'
  | 'compare'
  | 'all'
  | 'some'
  | 'none'
  | 'not'
  | 'and'
  | 'or'
  | 'group'
  | 'nothing'
  | 'holds'
  | 'case'
  | 'otherwise';

/** The rule in plain words, one sentence. */
export function ruleSentence(rule: PlanRuleModel, words: RuleWords): string {
  const { say, value } = words;
  if (rule.answers === 'condition') return say('holds', { condition: conditionText(rule.condition, words) });
  const cases = rule.cases.map((it) =>
    say('case', { condition: conditionText(it.when, words), value: value(it.value) }),
  );
  return [...cases, say('otherwise', { value: value(rule.otherwise) })].join('');
}

function conditionText(condition: RuleCondition, words: RuleWords, inner = false): string {
  const { say, value, test } = words;
  switch (condition.is) {
    case 'compare':
      return say('compare', {
        operand: operandText(condition.operand, words),
        test: test(condition.test),
        value: value(condition.value),
      });
    case 'all':
    case 'some':
    case 'none':
      return say(condition.is, {
        field: condition.field,
        test: test(condition.test),
        value: value(condition.value),
      });
    case 'not':
      return say('not', { condition: conditionText(condition.part, words, true) });
    case 'and':
    case 'or': {
      if (condition.parts.length === 0) return say('nothing');
      const text = condition.parts.map((part) => conditionText(part, words, true)).join(say(condition.is));
      return inner && condition.parts.length > 1 ? say('group', { condition: text }) : text;
    }
  }
}

function operandText(operand: RuleOperand, { say, test, value }: RuleWords): string {
  if (operand.of !== 'count') return say(operand.of, { field: operand.field });
  return say('count', {
    field: operand.field,
    test: test(operand.test),
    value: value(operand.threshold),
  });
}
