import type { FieldPermission } from '../../forms/permission.ts';
import type { PlanManifest } from '../manifest.ts';

/** A place at which a form is shown to somebody, and what may be done with its components there. */
export interface FormStep {
  /** `start`: a record is begun; `record`: a step works on the record; `own`: the step has the form for itself. */
  readonly kind: 'start' | 'record' | 'own';
  readonly process: string;
  /** id of the user task; absent where a record is begun */
  readonly element?: string;
  /** id of the plan's element that the permission stands in: `record:b-r01`, `step:b-f2/review` */
  readonly planElement: string;
  readonly permission: FieldPermission;
  /** Forms for which this one permission holds: a step of a flow works on the records of every form of the flow. */
  readonly forms: readonly string[];
}

/** Every place at which a form is shown, in the order of the manifest: first where records of it are begun. */
export function stepsOfForm(manifest: PlanManifest, form: string): readonly FormStep[] {
  const starts = manifest.records.filter((record) => record.form === form);
  return [
    ...starts.map(
      ({ process, permission }): FormStep => ({
        kind: 'start',
        process,
        planElement: `record:${form}`,
        permission,
        forms: [form],
      }),
    ),
    ...manifest.processes.flatMap(({ key, steps }) => {
      const records = manifest.records.filter(({ process }) => process === key).map((it) => it.form);
      return steps.flatMap((step): FormStep[] => {
        const at = { process: key, element: step.element, planElement: `step:${key}/${step.element}` };
        return [
          ...(records.includes(form)
            ? [{ ...at, kind: 'record' as const, permission: step.record, forms: records }]
            : []),
          ...(step.form?.key === form
            ? [{ ...at, kind: 'own' as const, permission: step.form, forms: [form] }]
            : []),
        ];
      });
    }),
  ];
}

/** The manifest with another permission at a place. */
export function withStepPermission(
  manifest: PlanManifest,
  { kind, process, element, forms }: FormStep,
  permission: FieldPermission,
): PlanManifest {
  const stored = {
    readable: copyOf(permission.readable),
    editable: copyOf(permission.editable),
    ...(permission.required && permission.required.length > 0 ? { required: [...permission.required] } : {}),
  };
  if (kind === 'start')
    return {
      ...manifest,
      records: manifest.records.map((record) =>
        record.form === forms[0] ? { ...record, permission: stored } : record,
      ),
    };
  return {
    ...manifest,
    processes: manifest.processes.map((it) =>
      it.key !== process
        ? it
        : {
            ...it,
            steps: it.steps.map((step) => {
              if (step.element !== element) return step;
              return kind === 'record'
                ? { ...step, record: stored }
                : { ...step, ...(step.form && { form: { key: step.form.key, ...stored } }) };
            }),
          },
    ),
  };
}

const copyOf = (list: '*' | readonly string[]) => (list === '*' ? list : [...list]);
