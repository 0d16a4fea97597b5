import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import type { FormStep } from '@oneplan/runtime/plan/form-uses/form-steps.ts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What a place at which a form is shown is called: 发起填写, or the name of the step. */
export function useStepName({ manifest, processes }: PlanUnderCheck) {
  const { t } = useTranslation('designer');
  return useCallback(
    ({ kind, process, element, permission }: FormStep) => {
      const named = element === undefined ? undefined : processes.get(process)?.graph.nodes[element]?.name;
      if (kind === 'start') {
        const several = new Set(manifest.records.map((it) => it.process)).size > 1;
        const flow = manifest.processes.find(({ key }) => key === process)?.name ?? process;
        return several ? t('formInPlan.startOf', { flow }) : t('formInPlan.start');
      }
      const name = named ?? element ?? '';
      const reads = kind === 'record' && permission.editable !== '*' && permission.editable.length === 0;
      return reads ? t('formInPlan.beside', { name }) : name;
    },
    [manifest, processes, t],
  );
}
