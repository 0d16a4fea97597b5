/** One thing that keeps a form definition from being saved or published. */
export interface Finding {
  /** Name of the rule that is broken. */
  readonly rule: string;
  /** Place in the definition: `components[2].columns[0].components[1].validate.custom`. */
  readonly path: string;
  /** The component's keys from the root, layouts included: `basics.items.qty`; `''` for the form itself. */
  readonly keyPath: string;
  /** One English sentence: what is wrong and what to do. The interface translates by `rule` and `params`. */
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}
