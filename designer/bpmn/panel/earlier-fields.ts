import type { ModelElement } from 'bpmn-js/lib/Modeler';
import type { FlowStudio } from '../editing/flow-studio.ts';
import { declaring, type FlowEntry, stepOf } from '../flow/flow-entry.ts';
import type { FlowPlan, FormField } from './flow-plan.ts';

/** A field that is filled in at a step of the flow. */
export interface StepField {
  readonly step: string;
  readonly stepName: string;
  readonly field: FormField;
}

/** The fields of the forms of a flow's steps, in the order of the flow; `except` a step. */
export function stepFields(
  studio: FlowStudio,
  plan: FlowPlan,
  except: ModelElement | undefined,
): readonly StepField[] {
  const entry: FlowEntry = studio.entry();
  return studio.outline().flatMap(({ id, businessObject }) => {
    const form = id === except?.id ? undefined : stepOf(entry, id)?.form?.key;
    const fields = plan.forms.find(({ key }) => key === form)?.fields ?? [];
    return fields.map((field) => ({ step: id, stepName: businessObject.name ?? id, field }));
  });
}

/** The name under which the flow can use the field, declared if it was not yet. */
export function fieldVariable(
  entry: FlowEntry,
  { step, field }: StepField,
): { readonly entry: FlowEntry; readonly name: string } {
  return declaring(entry, { from: 'step', element: step, component: field.path }, field.path);
}
