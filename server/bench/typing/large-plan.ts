import { componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import type { FormDefinition } from '@oneplan/runtime/forms/definition.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { formPath, manifestPath, processPath } from '@oneplan/runtime/plan/plan-files.ts';
import { manySettings } from './many-settings.ts';

export interface PlanSize {
  readonly forms: number;
  readonly components: number;
  readonly processes: number;
}

/** What `npm run bench -- plan` measures with. */
export const fullSize: PlanSize = { forms: 100, components: 5_000, processes: 40 };

/** The form and the flow of the shipped plan of which the others are copies. */
const model = { form: 'b-r01', process: 'b-f2-highlight-record' };
const copyOf = (number: number) => ({
  form: `copy-${number}`,
  process: `copy-${number}-flow`,
  formName: `写实记录 ${number}`,
  processName: `记录流程 ${number}`,
});

/** A form of the plan that is larger than the others, and a flow of it. */
export const largest = { ...copyOf(0), components: 150 };

/**
 * A shipped plan, made as large as `size` with copies of one of its forms and of its flow, each recorded, published and
 * archived as the model is; with many settings beside them.
 */
export function enlarged(
  files: ReadonlyMap<string, string>,
  planKey: string,
  size: PlanSize,
): Map<string, string> {
  const made = new Map([...files].filter(([path]) => !path.includes('.scenario')));
  const manifest = JSON.parse(files.get(manifestPath(planKey)) ?? '') as PlanManifest;
  const form = the(manifest.forms, model.form);
  const process = the(manifest.processes, model.process);
  const definition = JSON.parse(files.get(formPath(planKey, form.file)) ?? '') as FormDefinition & {
    components: unknown[];
  };
  const xml = files.get(processPath(planKey, process.file)) ?? '';

  const flows = Array.from({ length: size.processes - manifest.processes.length }, (_, at) => at);
  const records = Array.from({ length: size.forms - manifest.forms.length }, (_, at) => at);
  const perForm = Math.ceil(size.components / records.length);
  for (const number of records) {
    const count = number === 0 ? largest.components : perForm;
    const text = JSON.stringify(withQuestions(definition, count), null, 2);
    made.set(formPath(planKey, `${copyOf(number).form}.form.json`), text);
  }
  for (const number of flows) {
    const key = copyOf(number).process;
    const flow = xml
      .replaceAll(model.process, key)
      .replaceAll(/>(highlight-record|highlights)</g, `>$1-${number}<`);
    made.set(processPath(planKey, `${key}.bpmn`), flow);
  }

  /** The copies of what is said about the model’s form in an entry of a flow, for the forms of another flow. */
  const fieldsOf = (flow: number, list: readonly { readonly form: string }[]) =>
    records
      .filter((number) => number % flows.length === flow)
      .flatMap((number) =>
        list.filter((it) => it.form === model.form).map((it) => ({ ...it, form: copyOf(number).form })),
      );
  const enlargedManifest = {
    ...manifest,
    ...manySettings(manifest),
    forms: [
      ...manifest.forms,
      ...records.map((number) => ({
        ...form,
        key: copyOf(number).form,
        code: `B-C${number}`,
        name: copyOf(number).formName,
        file: `${copyOf(number).form}.form.json`,
      })),
    ],
    processes: [
      ...manifest.processes,
      ...flows.map((number) => ({
        ...process,
        key: copyOf(number).process,
        code: `B-P${number}`,
        name: copyOf(number).processName,
        file: `${copyOf(number).process}.bpmn`,
      })),
    ],
    records: [
      ...manifest.records,
      ...records.flatMap((number) =>
        manifest.records
          .filter((it) => it.form === model.form)
          .map((it) => ({
            ...it,
            form: copyOf(number).form,
            process: copyOf(number % flows.length).process,
          })),
      ),
    ],
    notices: [
      ...manifest.notices,
      ...flows.flatMap((number) =>
        manifest.notices.map((it) => ({
          ...it,
          key: `${it.key}-${number}`,
          heading: `${it.heading} ${number}`,
          process: copyOf(number).process,
          fields: fieldsOf(number, it.fields),
        })),
      ),
    ],
    archive: [
      ...manifest.archive,
      ...flows.flatMap((number) =>
        manifest.archive.map((it) => ({
          ...it,
          key: `${it.key}-${number}`,
          process: copyOf(number).process,
          fields: fieldsOf(number, it.fields),
          attachments: fieldsOf(number, it.attachments ?? []),
        })),
      ),
    ],
  };
  return made.set(manifestPath(planKey), JSON.stringify(enlargedManifest, null, 2));
}

function the<T extends { readonly key: string }>(list: readonly T[], key: string): T {
  const found = list.find((it) => it.key === key);
  if (!found) throw new Error(`the plan has no ${key}`);
  return found;
}

/** The form with further questions at its end, until it has so many components. */
function withQuestions(form: FormDefinition & { components: unknown[] }, count: number): FormDefinition {
  const values = ['甲', '乙', '丙'].map((label, value) => ({ label, value: `v${value}` }));
  const own = [...walkComponents(componentTree(form))].length;
  const more = Array.from({ length: count - own }, (_, at) => ({
    type: at % 4 === 0 ? 'radio' : 'textfield',
    key: `question${at}`,
    label: `补充问题 ${at + 1}`,
    input: true,
    properties: { dataClass: 'C2' },
    ...(at % 4 === 0 ? { values, validate: { onlyAvailableItems: true } } : { validate: { maxLength: 60 } }),
  }));
  return { ...form, components: [...form.components, ...more] };
}
