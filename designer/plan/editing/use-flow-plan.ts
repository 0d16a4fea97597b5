import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FlowPlan, type FormField, fieldsOf } from '../../bpmn/panel/flow-plan.ts';
import { useFormsUnderCheck } from '../manifest/editing/use-forms-under-check.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

const nothing: Pick<PlanManifest, 'forms'> = { forms: [] };

/** What of the plan a flow may use: forms, people, periods, notices and so on, by the names that people see. */
export function useFlowPlan(process: string): FlowPlan {
  const { t } = useTranslation('designer');
  const { manifest } = useWorkbench();
  const { read: definitions } = useFormsUnderCheck(manifest ?? nothing);
  return useMemo(() => {
    const forms = (manifest?.forms ?? []).map(({ key, name }) => {
      const definition = definitions.get(key)?.definition;
      return { key, label: name, fields: definition ? fieldsOf(definition) : [] };
    });
    const records = (manifest?.records ?? []).filter((record) => record.process === process);
    const ownForms = new Set(records.map(({ form }) => form));
    const recordForm = manifest?.processes
      .find(({ key }) => key === process)
      ?.variables.find(({ source }) => source.from === 'form')?.name;
    const roles = (manifest?.roles ?? []).map((role) => ({
      key: role.key,
      scope: role.scope,
      label: t('workbench.roleAt', { role: role.name, unit: t(`manifest.roles.scope.${role.scope}`) }),
    }));
    const groups = (manifest?.groups ?? []).map(({ kind, name }) => ({ key: `group:${kind}`, label: name }));
    const named = (list: readonly { readonly key: string; readonly name: string }[]) =>
      list.map(({ key, name }) => ({ key, label: name }));
    const headed = (list: readonly { readonly key: string; readonly heading: string }[]) =>
      list.map(({ key, heading }) => ({ key, label: heading }));
    return {
      // A form that is filled in as a record of its own is not filled in at a step.
      forms: forms.filter(({ key }) => !manifest?.records.some(({ form }) => form === key)),
      recordFields: unionOf(forms.filter(({ key }) => ownForms.has(key)).map(({ fields }) => fields)),
      people: [...roles.filter(({ scope }) => scope !== 'self' && scope !== 'child'), ...groups],
      recipients: roles,
      periods: (manifest?.parameters ?? []).flatMap((it) =>
        it.type === 'duration'
          ? [{ key: it.key, label: it.name, working: it.calendar === 'working-days' }]
          : [],
      ),
      processes: named((manifest?.processes ?? []).filter(({ key }) => key !== process)),
      decisions: named(manifest?.decisions ?? []),
      notices: headed((manifest?.notices ?? []).filter((notice) => notice.process === process)),
      archiveSections: headed((manifest?.archive ?? []).filter((section) => section.process === process)),
      recordFormKey: recordForm === undefined ? undefined : `\${${recordForm}}`,
    };
  }, [manifest, definitions, process, t]);
}

/** Fields of several forms by path, each once. */
function unionOf(lists: readonly (readonly FormField[])[]): readonly FormField[] {
  const found = new Map<string, FormField>();
  for (const field of lists.flat()) if (!found.has(field.path)) found.set(field.path, field);
  return [...found.values()];
}
