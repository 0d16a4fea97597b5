import { compileJsonLogic, RuleBudgetError } from '../../rules/json-logic.ts';
import { objectOf } from '../definition.ts';
import { NO_PARAMS, type Rule } from '../rule.ts';

/**
 * The author's JSONLogic must answer `true` (or nothing); text that it answers is the message. It sees `data`,
 * `row`, `value` and `input`. A rule that does too much work counts as failed.
 */
export const json: Rule = {
  name: 'json',
  compile(component) {
    const source = objectOf(component, 'validate').json;
    if (typeof source !== 'object' || source === null) return undefined;
    const rule = compileJsonLogic(source);
    return (value, context) => {
      try {
        const answer = rule.evaluate({
          data: context.data,
          row: context.row,
          value: value || null,
          input: value,
        });
        if (answer === true || answer === null) return undefined;
        if (typeof answer === 'string' && answer !== '') context.message = answer;
        return NO_PARAMS;
      } catch (error) {
        if (error instanceof RuleBudgetError) return { budget: true };
        throw error;
      }
    };
  },
};
