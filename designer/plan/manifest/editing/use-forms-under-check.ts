import { getArtefact } from '@oneplan/runtime/contracts/api/plans.ts';
import type { FormUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { componentsOf } from '@oneplan/runtime/plan/form-components.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { answerKey } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useQueries } from '@tanstack/react-query';
import { readForm } from '../../findings/finding-place.ts';
import { useWorkbench } from '../../workbench/workbench-context.ts';

/** The forms of the draft by key; one that cannot be read is left out. */
export function useFormsUnderCheck({
  forms,
}: Pick<PlanManifest, 'forms'>): ReadonlyMap<string, FormUnderCheck> {
  const api = useApi();
  const { layer } = useWorkbench();
  return useQueries({
    queries: forms.map(({ key }) => {
      const params = { id: layer.id, kind: 'form' as const, key };
      return {
        queryKey: answerKey(getArtefact, { params }),
        queryFn: ({ signal }: { signal: AbortSignal }) => api.call(getArtefact, { params, signal }),
      };
    }),
    combine: readForms,
  });
}

/** Outside the component, so that the forms are read again only when an answer has come. */
function readForms(
  answers: readonly { readonly data?: { readonly key: string; readonly content: string } | undefined }[],
): ReadonlyMap<string, FormUnderCheck> {
  return new Map(
    answers.flatMap(({ data }) => {
      const definition = readForm(data?.content ?? '');
      if (data === undefined || definition === null) return [];
      return [[data.key, { file: data.key, definition, components: componentsOf(definition) }] as const];
    }),
  );
}
