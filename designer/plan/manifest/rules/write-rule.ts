import type { PlanRuleModel, RuleCondition, RuleOperand } from './rule-model.ts';

type Logic = Record<string, unknown>;

/** The rule as JSONLogic of the standard operators. */
export function writeRule(rule: PlanRuleModel): Logic {
  if (rule.answers === 'condition') return conditionLogic(rule.condition);
  const cases = rule.cases.flatMap(({ when, value }) => [conditionLogic(when), value]);
  return { if: [...cases, rule.otherwise] };
}

function conditionLogic(condition: RuleCondition): Logic {
  switch (condition.is) {
    case 'compare':
      return { [condition.test]: [operandLogic(condition.operand), condition.value] };
    case 'all':
    case 'some':
    case 'none':
      return {
        [condition.is]: [{ var: condition.field }, { [condition.test]: [{ var: '' }, condition.value] }],
      };
    case 'and':
    case 'or':
      return { [condition.is]: condition.parts.map(conditionLogic) };
    case 'not':
      return { '!': [conditionLogic(condition.part)] };
  }
}

function operandLogic(operand: RuleOperand): Logic {
  const list = { var: operand.field };
  switch (operand.of) {
    case 'field':
      return list;
    case 'sum':
      return { reduce: [list, { '+': [{ var: 'current' }, { var: 'accumulator' }] }, 0] };
    case 'count':
      return {
        reduce: [
          { filter: [list, { [operand.test]: [{ var: '' }, operand.threshold] }] },
          { '+': [1, { var: 'accumulator' }] },
          0,
        ],
      };
  }
}
