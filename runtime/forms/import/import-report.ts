import type { FormDefinition } from '../definition.ts';

/** One thing of an imported form that is not as it was. */
export interface Refusal {
  /** Name of the rule: those of `checkForm`, and `button`, `server-setting`, `unknown-setting`, `form-setting`. */
  readonly rule: string;
  /** Place in the file that was imported. */
  readonly path: string;
  /** What the component is called there; '' for the form itself. */
  readonly component: string;
  /** `removed`: it is gone; `changed`: it was mended, and the component stays. */
  readonly done: 'removed' | 'changed';
  /** What stands there now, where it was changed into something that can be said. */
  readonly now?: string;
}

export interface FormImport {
  /** Absent: nothing of it could be used. */
  readonly definition?: FormDefinition;
  /** Components that are there, layouts included. */
  readonly kept: number;
  readonly refused: readonly Refusal[];
}
