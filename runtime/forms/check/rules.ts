import { checkJsonLogic } from '../../rules/json-logic.ts';
import { arrayOf, isPlainObject, objectOf } from '../definition.ts';
import type { CheckContext, ComponentCheck } from './check-context.ts';

/** Every JSONLogic rule keeps to the standard operators. */
export const checkRules: ComponentCheck = (context) => {
  const { component } = context.node;
  checkRule(component.calculateValue, 'calculateValue', context);
  checkRule(objectOf(component, 'validate').json, 'validate.json', context);
  checkRule(objectOf(component, 'conditional').json, 'conditional.json', context);
  arrayOf(component, 'logic').forEach((entry, index) => {
    if (!isPlainObject(entry)) return;
    checkRule(objectOf(entry, 'trigger').json, `logic[${index}].trigger.json`, context);
    arrayOf(entry, 'actions').forEach((action, at) => {
      if (isPlainObject(action)) checkRule(action.value, `logic[${index}].actions[${at}].value`, context);
    });
  });
};

function checkRule(rule: unknown, at: string, context: CheckContext): void {
  if (!isPlainObject(rule) || Object.keys(rule).length === 0) return;
  for (const finding of checkJsonLogic(rule)) {
    const place = finding.path === '' ? at : `${at}.${finding.path}`;
    context.report(finding.rule, place, finding.message, finding.params);
  }
}
