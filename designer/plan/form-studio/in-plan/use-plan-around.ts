import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { componentsOf } from '@oneplan/runtime/plan/form-components.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { useCallback } from 'react';
import { useDraftPlan } from '../../simulation/draft/use-draft-plan.ts';
import { useWorkbench } from '../../workbench/workbench-context.ts';

/** The draft around a form, with the form as it stands in the builder; undefined while it is on its way. */
export function usePlanAround(form: string): (definition: FormDefinition) => PlanUnderCheck | undefined {
  const { data } = useDraftPlan();
  const { manifest } = useWorkbench();
  const plan = data?.plan;
  return useCallback(
    (definition) => {
      if (!plan) return undefined;
      const file = plan.forms.get(form)?.file ?? form;
      const open = { file, definition, components: componentsOf(definition) };
      return {
        ...plan,
        manifest: manifest ?? plan.manifest,
        forms: new Map([...plan.forms, [form, open]]),
      };
    },
    [form, manifest, plan],
  );
}
