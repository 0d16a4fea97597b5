import type { PlanReport } from '../finding.ts';
import type { JsonPath } from '../json-source.ts';
import type { PlanManifest, PlanProcess, PlanStep } from '../manifest.ts';
import type { PlanCheck, PlanUnderCheck } from './plan-under-check.ts';

type Permission = PlanManifest['records'][number]['permission'];
/** A component that is named at `path` for each of `forms`; at least one of them must have it. */
type Use = readonly [path: JsonPath, forms: readonly string[], component: string];

/** Every form component that the manifest names is one of the form that it is named for. */
export const components: PlanCheck = (plan, report) => {
  const { manifest } = plan;
  const uses = [
    ...recordUses(manifest),
    ...manifest.processes.flatMap((entry, index) => processUses(manifest, entry, ['processes', index])),
    ...bindingUses(manifest),
  ];
  for (const use of uses) checkUse(plan, use, report);
};

/** A form that is not there has its finding already. */
function checkUse({ forms }: PlanUnderCheck, [path, keys, component]: Use, report: PlanReport): void {
  const known = keys.flatMap((key) => forms.get(key) ?? []);
  if (known.length < keys.length || keys.length === 0) return;
  if (known.some((form) => form.components.has(component))) return;
  const files = known.map(({ file }) => file).join(', ');
  report.atManifest(path, 'unknown-component', `${files} has no component ${component}.`, {
    component,
    form: keys.join(', '),
  });
}

function permissionUses(path: JsonPath, forms: readonly string[], permission: Permission): Use[] {
  return (['readable', 'editable', 'required'] as const).flatMap((right) => {
    const allowed = permission[right];
    return allowed === undefined || allowed === '*' ? [] : listUses([...path, right], forms, allowed);
  });
}

function listUses(path: JsonPath, forms: readonly string[], listed: readonly string[]): Use[] {
  return listed.map((component, at): Use => [[...path, at], forms, component]);
}

function recordUses({ records }: PlanManifest): Use[] {
  return records.flatMap(({ form, permission, title, summary }, index): Use[] => {
    const path = ['records', index];
    return [
      ...permissionUses([...path, 'permission'], [form], permission),
      [[...path, 'title'], [form], title],
      ...listUses([...path, 'summary'], [form], summary),
    ];
  });
}

function processUses(manifest: PlanManifest, entry: PlanProcess, path: JsonPath): Use[] {
  const records = manifest.records.filter(({ process }) => process === entry.key).map(({ form }) => form);
  const formsOf = (step: PlanStep | undefined) => (step?.form ? [step.form.key] : records);
  return [
    ...entry.steps.flatMap((step, at) => stepUses(step, formsOf(step), records, [...path, 'steps', at])),
    ...entry.variables.flatMap(({ source }, at): Use[] => {
      if (source.from !== 'step') return [];
      const step = entry.steps.find(({ element }) => element === source.element);
      return [[[...path, 'variables', at, 'source', 'component'], formsOf(step), source.component]];
    }),
  ];
}

function stepUses(step: PlanStep, own: readonly string[], records: readonly string[], path: JsonPath): Use[] {
  const { record, form, outcome } = step;
  const uses = permissionUses([...path, 'record'], records, record);
  if (form) uses.push(...permissionUses([...path, 'form'], own, form));
  if (outcome) uses.push([[...path, 'outcome', 'component'], own, outcome.component]);
  if (outcome?.remark !== undefined) uses.push([[...path, 'outcome', 'remark'], own, outcome.remark]);
  return uses;
}

function bindingUses({ notices, archive }: PlanManifest): Use[] {
  const fieldUses = (path: JsonPath, fields: readonly { form: string; components: string[] }[]) =>
    fields.flatMap(({ form, components: listed }, at) =>
      listUses([...path, at, 'components'], [form], listed),
    );
  return [
    ...notices.flatMap(({ fields }, index) => fieldUses(['notices', index, 'fields'], fields)),
    ...archive.flatMap(({ fields, attachments }, index) => [
      ...fieldUses(['archive', index, 'fields'], fields),
      ...fieldUses(['archive', index, 'attachments'], attachments),
    ]),
  ];
}
