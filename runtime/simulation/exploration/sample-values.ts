import { compileTemplate } from '../../expressions/expression.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';
import type { FormUnderCheck } from '../../plan/checks/plan-under-check.ts';
import type { PlanComponent } from '../../plan/form-components.ts';
import type { PlanManifest, PlanProcess } from '../../plan/manifest.ts';
import type { DecidingValues } from './deciding-values.ts';
import type { Values } from './explore-process.ts';

/** Combinations of answers that are tried at one task. */
const MOST_ANSWERS = 200;

export interface Answers {
  readonly values: readonly Values[];
  /** there are more than are tried */
  readonly cut: boolean;
}

/** Variables with which instances are started: one start for each form whose records the process is about. */
export function startsOf(manifest: PlanManifest, process: PlanProcess): readonly Values[] {
  const forms = manifest.records.filter((record) => record.process === process.key).map(({ form }) => form);
  return (forms.length === 0 ? [''] : forms).map((form) =>
    Object.fromEntries(
      process.variables.flatMap(({ name, source }): [string, unknown][] => {
        switch (source.from) {
          case 'parameter': {
            const parameter = manifest.parameters.find(({ key }) => key === source.parameter);
            return parameter === undefined ? [] : [[name, parameter.value]];
          }
          case 'form':
            return [[name, form]];
          case 'members':
            return [[name, ['member-1', 'member-2']]];
          case 'step':
            return [];
          default:
            return [[name, source.from]];
        }
      }),
    ),
  );
}

/** What may be answered at a user task: every value that its form offers, or that a condition tells from others. */
export function answersAt(
  process: PlanProcess,
  element: string,
  forms: readonly FormUnderCheck[],
  deciding: DecidingValues,
): Answers {
  const variables = process.variables.flatMap(({ name, source }) =>
    source.from === 'step' && source.element === element ? [{ name, component: source.component }] : [],
  );
  return combined(
    variables.map(({ name, component }): [string, readonly unknown[]] => {
      const found = forms.flatMap(({ components }) => components.get(component) ?? []);
      return [name, valuesOf(found[0], deciding.get(name) ?? [])];
    }),
  );
}

/** What a worker may give back: the variables that the outputs of its task read, as conditions tell them apart. */
export function workerAnswers(graph: ProcessGraph, element: string, deciding: DecidingValues): Answers {
  const node = graph.nodes[element];
  const outputs = (node?.kind === 'external-task' && node.outputs) || [];
  return combined(
    outputs.flatMap(({ name, value }) =>
      compileTemplate(value).variables.map((read): [string, readonly unknown[]] => [
        read,
        valuesOf(undefined, deciding.get(name) ?? []),
      ]),
    ),
  );
}

function valuesOf(component: PlanComponent | undefined, told: readonly unknown[]): readonly unknown[] {
  if (component !== undefined && component.values.length > 0) return component.values;
  if (component?.type === 'checkbox') return [true, false];
  if (component?.type === 'number') return told.length > 0 ? told : [1];
  const text = told.some((value) => typeof value === 'string') ? ['—'] : [];
  return told.length > 0 ? [...told, ...text] : ['—'];
}

function combined(variables: readonly (readonly [string, readonly unknown[]])[]): Answers {
  let values: readonly Values[] = [{}];
  let cut = false;
  for (const [name, candidates] of variables) {
    const wider = values.flatMap((answer) => candidates.map((value) => ({ ...answer, [name]: value })));
    cut ||= wider.length > MOST_ANSWERS;
    values = wider.slice(0, MOST_ANSWERS);
  }
  return { values, cut };
}
