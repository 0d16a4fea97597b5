/** Where the use of a form or component can be looked at and changed. */
export type UsePlace =
  | { readonly page: 'form'; readonly form: string; readonly component?: string }
  | { readonly page: 'process'; readonly process: string; readonly element?: string }
  | {
      readonly page: 'setting';
      readonly setting: 'notices' | 'archive' | 'views' | 'sheets' | 'indicators' | 'rules';
      readonly entry?: string;
    };

/** How something of a form is used; the interface has a sentence for each. */
export type UseKind =
  | 'condition'
  | 'rule'
  | 'calculation'
  | 'record'
  | 'title'
  | 'summary'
  | 'permission'
  | 'step'
  | 'outcome'
  | 'remark'
  | 'variable'
  | 'process-condition'
  | 'optional'
  | 'notice'
  | 'archive'
  | 'attachment'
  | 'view'
  | 'sheet'
  | 'indicator'
  | 'plan-rule';

/** One thing of the plan that would break, or change its meaning, without the form or component. */
export interface PlanUse {
  readonly kind: UseKind;
  /** What uses it: the label of a component, the name of a flow, the heading of a notice … */
  readonly name: string;
  readonly place: UsePlace;
}
