import type { FormComponent } from './definition.ts';
import type { Row } from './slot.ts';

/** Figures and texts for the message of a failed rule. */
export type RuleParams = Readonly<Record<string, string | number | boolean>>;

/** What a check may look at beside the value. */
export interface RuleContext {
  /** The whole submission as far as it is processed. */
  readonly data: Row;
  /** The object that the component stands in. */
  row: Row | undefined;
  /** Set by a check whose rule carries a text of its own (JSONLogic that answers text). */
  message: string | undefined;
}

/** `undefined` means passed; otherwise the params of the error. A check must be total over any JSON value. */
export type Check = (value: unknown, context: RuleContext) => RuleParams | undefined;

/** One validation rule. One file and one registry line each. */
export interface Rule {
  readonly name: string;
  /** Looks at the list of a `multiple` component as a whole, not at each item. */
  readonly wholeValue?: boolean;
  /** The check of this component; `undefined` where the rule does not apply to it. */
  compile(component: FormComponent): Check | undefined;
}

export const NO_PARAMS: RuleParams = Object.freeze({});
