import type { FormDefinition } from '@oneplan/runtime/forms/definition.ts';
import { type FieldPermission, stripUnreadable } from '@oneplan/runtime/forms/permission.ts';
import { requiredAt } from '@oneplan/runtime/forms/required-at.ts';
import { type Filled, fillForm, type Row } from './filled-data.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import { titleOf } from './title.ts';

/** A record as it stands. */
export interface SimulatedRecord {
  readonly form: string;
  readonly data: Row;
}

interface ShownForm {
  readonly key: string;
  readonly name: string;
  readonly definition: FormDefinition;
  readonly permission: FieldPermission;
  /** only what may be read at the step */
  readonly data: Row;
}

/** What a person sees at a step. */
export interface StepForm {
  /** what is filled in; absent: the step has nothing to fill */
  readonly fill?: ShownForm;
  /** the form is the record's own, not one of the step */
  readonly fillsRecord: boolean;
  /** the record beside a form of the step's own */
  readonly beside?: ShownForm;
}

const NOTHING: FieldPermission = { readable: [], editable: [] };

/** The forms of a step with its field permissions, as the portal shows them. */
export function stepForm(
  process: SimulatedProcess,
  element: string,
  record: SimulatedRecord | undefined,
): StepForm {
  const step = process.entry.steps.find((one) => one.element === element);
  if (step === undefined) return { fillsRecord: false };
  const shown = record && shownForm(process, record.form, record.data, step.record ?? NOTHING);
  if (step.form === undefined) return { ...(shown && { fill: shown }), fillsRecord: shown !== undefined };
  const own = shownForm(process, step.form.key, {}, step.form);
  return { ...(own && { fill: own }), fillsRecord: false, ...(shown && { beside: shown }) };
}

/** The form with which a record is begun. */
export function startForm(process: SimulatedProcess, form: string): ShownForm | undefined {
  const permission = process.records.find((record) => record.form === form)?.permission;
  return permission && shownForm(process, form, {}, permission);
}

function shownForm(
  { plan }: SimulatedProcess,
  key: string,
  data: Row,
  permission: FieldPermission,
): ShownForm | undefined {
  const form = plan.forms.get(key);
  if (form === undefined) return undefined;
  const name = plan.manifest.forms.find((entry) => entry.key === key)?.name ?? key;
  const definition = requiredAt(form.definition, permission.required);
  return { key, name, definition, permission, data: stripUnreadable(definition, data, permission) };
}

/** What a step has brought: the variables that the plan takes from it, and the record when it was filled. */
export type Answered =
  | {
      readonly ok: true;
      readonly variables: Readonly<Record<string, unknown>>;
      readonly record?: SimulatedRecord;
    }
  | Extract<Filled, { readonly ok: false }>;

/** Takes what a person has filled in at a step as the server takes it. */
export function answerStep(
  process: SimulatedProcess,
  element: string,
  record: SimulatedRecord | undefined,
  incoming: Row,
): Answered {
  const { fill, fillsRecord } = stepForm(process, element, record);
  if (fill === undefined) return { ok: true, variables: {} };
  const stored = fillsRecord && record !== undefined ? record.data : {};
  const filled = fillForm(fill.definition, stored, incoming, fill.permission);
  if (!filled.ok) return filled;
  const variables: Record<string, unknown> = {};
  for (const { name, source } of process.entry.variables) {
    if (source.from === 'step' && source.element === element)
      variables[name] = filled.data[source.component] ?? null;
    if (source.from === 'title' && fillsRecord) variables[name] = titleOf(process, fill.key, filled.data);
  }
  return fillsRecord
    ? { ok: true, variables, record: { form: fill.key, data: filled.data } }
    : { ok: true, variables };
}
