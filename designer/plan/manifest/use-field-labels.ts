import { getArtefact } from '@oneplan/runtime/contracts/api/plans.ts';
import { componentsOf } from '@oneplan/runtime/plan/form-components.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { answerKey } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useQueries } from '@tanstack/react-query';
import { readForm } from '../findings/finding-place.ts';

/** What people call a component of a form; the key while the form is on its way or has no such component. */
export type FieldLabels = (form: string, component: string) => string;

export function useFieldLabels(layerId: string, forms: readonly string[]): FieldLabels {
  const api = useApi();
  const answers = useQueries({
    queries: forms.map((key) => {
      const params = { id: layerId, kind: 'form' as const, key };
      return {
        queryKey: answerKey(getArtefact, { params }),
        queryFn: ({ signal }: { signal: AbortSignal }) => api.call(getArtefact, { params, signal }),
      };
    }),
  });
  const labels = new Map(
    forms.map((key, index) => {
      const form = readForm(answers[index]?.data?.content ?? '');
      return [key, form ? componentsOf(form) : null];
    }),
  );
  return (form, component) => labels.get(form)?.get(component)?.label ?? component;
}
