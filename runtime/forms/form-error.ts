import type { RuleParams } from './rule.ts';

/** One thing that is wrong with a submission. */
export interface FormError {
  /** Place in the data: `items[3].qty`; `''` for the submission as a whole. */
  readonly path: string;
  /** The component's key; `''` where no component is concerned. */
  readonly key: string;
  /** What people call the component. */
  readonly label: string;
  /** Name of the rule; `messages.ts` gives its text. */
  readonly rule: string;
  readonly params: RuleParams;
  /** The author's own text for this case, if there is one. */
  readonly message?: string;
}
