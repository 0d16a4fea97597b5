import type { PlanUnderCheck } from '../checks/plan-under-check.ts';
import { flowUses } from './flow-uses.ts';
import { usesWithinForm } from './form-component-uses.ts';
import { listUses } from './list-uses.ts';
import type { PlanUse } from './plan-use.ts';
import { recordUses } from './record-uses.ts';
import { ruleUses } from './rule-uses.ts';
import { flow, setting } from './use-places.ts';

/** Everything of a plan that uses a form: flows and their steps, notices, archive, lists, sheets, indicators, rules. */
export function usesOfForm({ manifest, processes }: PlanUnderCheck, form: string): readonly PlanUse[] {
  const has = (fields: readonly { readonly form: string }[]) => fields.some((it) => it.form === form);
  const flowName = (key: string) => manifest.processes.find((it) => it.key === key)?.name ?? key;
  return [
    ...manifest.records
      .filter((record) => record.form === form)
      .map(({ process }): PlanUse => ({ kind: 'record', name: flowName(process), place: flow(process) })),
    ...manifest.processes.flatMap(({ key, steps }) =>
      steps
        .filter((step) => step.form?.key === form)
        .map(
          ({ element }): PlanUse => ({
            kind: 'step',
            name: processes.get(key)?.graph.nodes[element]?.name ?? element,
            place: flow(key, element),
          }),
        ),
    ),
    ...manifest.notices
      .filter(({ fields }) => has(fields))
      .map(
        ({ key, heading }): PlanUse => ({ kind: 'notice', name: heading, place: setting('notices', key) }),
      ),
    ...manifest.archive
      .filter(({ fields, attachments }) => has(fields) || has(attachments))
      .map(
        ({ key, heading }): PlanUse => ({ kind: 'archive', name: heading, place: setting('archive', key) }),
      ),
    ...(manifest.views ?? [])
      .filter(({ of }) => 'record' in of && of.record === form)
      .map(({ key, name }): PlanUse => ({ kind: 'view', name, place: setting('views', key) })),
    ...(manifest.sheets ?? [])
      .filter((sheet) => sheet.form === form)
      .map(({ key, name }): PlanUse => ({ kind: 'sheet', name, place: setting('sheets', key) })),
    ...ruleUses(manifest, form, ({ records = [] }) => records.includes(form)),
  ];
}

/** Everything of a plan that names a component of a form: what would break, or mean something else, without it. */
export function usesOfComponent(plan: PlanUnderCheck, form: string, path: string): readonly PlanUse[] {
  const definition = plan.forms.get(form)?.definition;
  return [
    ...(definition ? usesWithinForm(form, definition, path) : []),
    ...recordUses(plan.manifest, form, path),
    ...flowUses(plan, form, path),
    ...listUses(plan.manifest, form, path),
  ];
}
