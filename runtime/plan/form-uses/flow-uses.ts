import type { PlanUnderCheck } from '../checks/plan-under-check.ts';
import type { PlanUse } from './plan-use.ts';
import { flow, names } from './use-places.ts';

/** Steps of flows that name a component, variables taken from it, and conditions on those variables. */
export function flowUses({ manifest, processes }: PlanUnderCheck, form: string, path: string): PlanUse[] {
  return manifest.processes.flatMap(({ key, name, steps, variables }) => {
    const graph = processes.get(key)?.graph;
    const isRecordOf = manifest.records.some((it) => it.form === form && it.process === key);
    const ofForm = new Set(steps.filter((step) => step.form?.key === form).map(({ element }) => element));
    const stepName = (element: string) => graph?.nodes[element]?.name ?? element;
    const fromSteps = steps.flatMap((step): PlanUse[] => {
      const place = flow(key, step.element);
      const is = (component: string | undefined) => ofForm.has(step.element) && component === path;
      const lists = [
        ...(isRecordOf ? [step.record.readable, step.record.editable, step.record.required] : []),
        ...(step.form && ofForm.has(step.element)
          ? [step.form.readable, step.form.editable, step.form.required]
          : []),
      ];
      const use = (kind: PlanUse['kind']): PlanUse => ({ kind, name: stepName(step.element), place });
      return [
        ...(lists.some((list) => names(list, path)) ? [use('permission')] : []),
        ...(is(step.outcome?.component) ? [use('outcome')] : []),
        ...(is(step.outcome?.remark) ? [use('remark')] : []),
      ];
    });
    const taken = variables.filter(
      ({ source }) => source.from === 'step' && ofForm.has(source.element) && source.component === path,
    );
    const conditions = Object.values(graph?.flows ?? {}).filter(({ condition }) =>
      taken.some((variable) => new RegExp(`\\b${variable.name}\\b`).test(condition ?? '')),
    );
    return [
      ...fromSteps,
      ...taken.map(
        (variable): PlanUse => ({ kind: 'variable', name: `${name} · ${variable.name}`, place: flow(key) }),
      ),
      ...conditions.map(
        ({ id, source }): PlanUse => ({
          kind: 'process-condition',
          name: stepName(source),
          place: flow(key, id),
        }),
      ),
    ];
  });
}
