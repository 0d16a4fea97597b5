import { squeezeSpaces } from './components/masked-text.ts';
import { type FormComponent, labelOf, objectOf, textOf } from './definition.ts';
import type { FormError } from './form-error.ts';
import type { Check, RuleContext, RuleParams } from './rule.ts';
import { RULES } from './rule-registry.ts';

interface NamedCheck {
  readonly name: string;
  readonly check: Check;
  readonly wholeValue: boolean;
  readonly message: string | undefined;
}

/** Runs every rule of one component on a value and adds what fails to `errors`. */
export type Checks = (value: unknown, path: string, context: RuleContext, errors: FormError[]) => void;

/** The rules of a component, compiled once. Only rules that apply to it cost anything later. */
export function compileChecks(component: FormComponent): Checks {
  const checks = RULES.flatMap((rule): NamedCheck[] => {
    const check = rule.compile(component);
    if (check === undefined) return [];
    const message = authorMessage(component, rule.name);
    return [{ name: rule.name, check, wholeValue: rule.wholeValue === true, message }];
  });
  const report = reporter(component);
  const isMultiple = Boolean(component.multiple);
  const squeeze = component.truncateMultipleSpaces
    ? (value: unknown) => (typeof value === 'string' ? squeezeSpaces(value) : value)
    : undefined;
  return (value, path, context, errors) => {
    const items = isMultiple && Array.isArray(value) && value.length > 0 ? value : undefined;
    for (const each of checks) {
      context.message = undefined;
      const params =
        items !== undefined && !each.wholeValue
          ? firstFailure(squeeze ? items.map(squeeze) : items, each.check, context)
          : each.check(squeeze ? squeeze(value) : value, context);
      if (params !== undefined) errors.push(report(path, each.name, params, each.message ?? context.message));
    }
  };
}

function firstFailure(items: readonly unknown[], check: Check, context: RuleContext): RuleParams | undefined {
  for (const item of items) {
    const params = check(item, context);
    if (params !== undefined) return params;
  }
  return undefined;
}

export type Reporter = (path: string, rule: string, params: RuleParams, message?: string) => FormError;

/** Makes the errors of one component. */
export function reporter(component: FormComponent): Reporter {
  const key = textOf(component, 'key');
  const label = labelOf(component);
  return (path, rule, params, message) =>
    message === undefined ? { path, key, label, rule, params } : { path, key, label, rule, params, message };
}

/** The names under which authors override a message, where they are not the rule's own. */
const MESSAGE_NAMES: Readonly<Record<string, readonly string[]>> = {
  email: ['invalid_email'],
  url: ['invalid_url'],
  date: ['invalidDate', 'invalid_date'],
  day: ['invalidDay', 'invalid_day'],
  requiredDay: ['required'],
  onlyAvailableItems: ['invalidOption'],
  json: ['jsonLogic'],
  minRows: ['minLength'],
  maxRows: ['maxLength'],
};

function authorMessage(component: FormComponent, rule: string): string | undefined {
  const validate = objectOf(component, 'validate');
  const overrides = objectOf(component, 'errors');
  const own = [rule, ...(MESSAGE_NAMES[rule] ?? [])].map((name) => textOf(overrides, name));
  const special =
    rule === 'pattern'
      ? textOf(validate, 'patternMessage')
      : rule.endsWith('SelectedCount')
        ? textOf(component, `${rule}Message`)
        : '';
  return [textOf(validate, 'customMessage'), ...own, special].find((text) => text !== '');
}
