import { type Condition, type ConditionScope, compileCondition } from './conditions/condition.ts';
import { isEqual } from './conditions/equality.ts';
import type { ReferenceIndex } from './conditions/reference.ts';
import type { FormComponent } from './definition.ts';
import { compileLogic, type LogicEntry } from './logic.ts';

/** What conditions and logic make of a component in one place. */
export interface Outcome {
  /** Hidden by its own condition or logic. */
  hidden: boolean;
  /** The `hidden` property, as logic leaves it. */
  concealed: boolean;
  /** `required`, where logic has switched it. */
  required: boolean | undefined;
  /** The value that logic has set; only where `changed`. */
  value: unknown;
  changed: boolean;
}

export type Visibility = (scope: ConditionScope) => Outcome;

/** `undefined` for the many components without condition and logic. */
export function compileVisibility(
  component: FormComponent,
  references: ReferenceIndex,
): Visibility | undefined {
  const condition = compileCondition(component.conditional, references);
  const logic = compileLogic(component, references);
  if (condition === undefined && logic.length === 0) return undefined;
  const concealed = Boolean(component.hidden);
  const clears = Boolean(component.clearOnHide);
  return (scope) => {
    const hidden = condition !== undefined && isHiddenBy(condition, scope);
    const outcome: Outcome = { hidden, concealed, required: undefined, value: scope.value, changed: false };
    for (const entry of logic) apply(entry, scope, outcome, clears);
    return outcome;
  };
}

function isHiddenBy(condition: Condition, scope: ConditionScope): boolean {
  const show = condition(scope);
  return show !== null && show !== undefined && !show;
}

function apply(entry: LogicEntry, scope: ConditionScope, outcome: Outcome, clears: boolean): void {
  const now = outcome.changed ? { ...scope, value: outcome.value } : scope;
  if (!entry.trigger(now)) return;
  for (const action of entry.actions) {
    if (typeof action === 'function') {
      const value = action({ ...scope, value: outcome.value });
      if (isEqual(value, outcome.value) || (clears && outcome.hidden)) continue;
      outcome.value = value;
      outcome.changed = true;
    } else if (action.property === 'required') {
      outcome.required = action.state;
    } else if (outcome.concealed !== action.state) {
      outcome.concealed = action.state;
      outcome.hidden = action.state;
    }
  }
}
