import type { FormComponent, FormDefinition } from '@oneplan/runtime/forms/definition.ts';
import { conditionTargets } from '../../formio/conditions/condition-targets.ts';

/** One thing that can be chosen: what is written into the flow, and what the person reads. */
export interface Choice {
  readonly key: string;
  readonly label: string;
}

/** A field of a form, as a flow can refer to it. */
export interface FormField {
  readonly path: string;
  readonly label: string;
  readonly type: string;
  readonly component: FormComponent;
  readonly options: readonly Choice[];
}

export interface FlowForm extends Choice {
  readonly fields: readonly FormField[];
}

export interface PeriodChoice extends Choice {
  /** its days are working days */
  readonly working: boolean;
}

/** What of the plan a flow may use. */
export interface FlowPlan {
  readonly forms: readonly FlowForm[];
  /** The fields of the records that this flow is about. */
  readonly recordFields: readonly FormField[];
  /** Key of a role, or `group:<kind>`; the label says at which org unit. */
  readonly people: readonly Choice[];
  /** The same, and those whose scope is a pupil or a guardian: who can be told something. */
  readonly recipients: readonly Choice[];
  /** Duration parameters. */
  readonly periods: readonly PeriodChoice[];
  readonly processes: readonly Choice[];
  readonly decisions: readonly Choice[];
  readonly notices: readonly Choice[];
  readonly archiveSections: readonly Choice[];
  /** Form key of a step that works on the record itself; undefined where the flow is about no record. */
  readonly recordFormKey: string | undefined;
}

/** The fields of a form that hold data, outside of rows. */
export function fieldsOf(definition: FormDefinition): readonly FormField[] {
  return conditionTargets(definition, '').map(({ variable, label, component, options }) => ({
    path: variable.replace(/^data\./, ''),
    label,
    type: String(component.type),
    component,
    options: options.map((option) => ({ key: String(option.value), label: option.label })),
  }));
}

/** Fields that say what was decided: one of a few values. */
export const decisionFields = (fields: readonly FormField[]): readonly FormField[] =>
  fields.filter(({ type, options }) => ['radio', 'select'].includes(type) && options.length > 1);

const textTypes: ReadonlySet<string> = new Set(['textarea', 'textfield']);

export const textFields = (fields: readonly FormField[]): readonly FormField[] =>
  fields.filter(({ type }) => textTypes.has(type));
