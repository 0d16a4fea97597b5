import { CONDITION_OPERATORS } from '../conditions/operators.ts';
import { arrayOf, isPlainObject, type Json, objectOf, textOf } from '../definition.ts';
import type { CheckContext, ComponentCheck } from './check-context.ts';

/** A condition looks at components that exist, with operators that exist. */
export const checkReferences: ComponentCheck = (context) => {
  const { component } = context.node;
  checkConditional(objectOf(component, 'conditional'), 'conditional', context);
  arrayOf(component, 'logic').forEach((entry, index) => {
    if (!isPlainObject(entry)) return;
    const simple = objectOf(objectOf(entry, 'trigger'), 'simple');
    checkConditional(simple, `logic[${index}].trigger.simple`, context);
  });
};

function checkConditional(conditional: Json, at: string, context: CheckContext): void {
  if (conditional.when) checkName(conditional.when, `${at}.when`, context);
  arrayOf(conditional, 'conditions').forEach((entry, index) => {
    if (!isPlainObject(entry) || !entry.component) return;
    const place = `${at}.conditions[${index}]`;
    checkName(entry.component, `${place}.component`, context);
    const operator = textOf(entry, 'operator');
    if (!Object.hasOwn(CONDITION_OPERATORS, operator)) {
      context.report(
        'condition-operator',
        `${place}.operator`,
        `There is no condition operator "${operator}"`,
        { operator },
      );
    }
  });
}

function checkName(name: unknown, at: string, context: CheckContext): void {
  if (typeof name === 'string' && context.references.find(name).component !== undefined) return;
  const shown = String(name);
  const message = `The condition looks at "${shown}", which is not in the form; choose a component`;
  context.report('condition-component', at, message, { component: shown });
}
