import { getArtefact } from '@oneplan/runtime/contracts/api/plans.ts';
import type { FormUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { componentsOf } from '@oneplan/runtime/plan/form-components.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { answerKey } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readForm } from '../../findings/finding-place.ts';
import { useWorkbench } from '../../workbench/workbench-context.ts';

/** Forms by their key, read when they are asked for: a plan may have a hundred, and a page needs a few. */
export interface FormsUnderCheck {
  /** Undefined where there is none, or none that can be read. */
  get(key: string): FormUnderCheck | undefined;
}

/** Forms of the draft by key, as they are written and as they are checked. */
export interface DraftForms {
  readonly texts: ReadonlyMap<string, string>;
  readonly read: FormsUnderCheck;
}

/** The forms of the draft; none before all have come, so that a page of many forms is drawn once and not with each. */
export function useFormsUnderCheck({ forms }: Pick<PlanManifest, 'forms'>): DraftForms {
  const api = useApi();
  const { layer } = useWorkbench();
  const queries = useMemo(
    () =>
      forms.map(({ key }) => {
        const params = { id: layer.id, kind: 'form' as const, key };
        return {
          queryKey: answerKey(getArtefact, { params }),
          queryFn: ({ signal }: { signal: AbortSignal }) => api.call(getArtefact, { params, signal }),
        };
      }),
    [forms, layer.id, api],
  );
  const answered = useQueries({ queries, combine: formsOf });
  return useMemo(() => draftForms(answered), [answered]);
}

interface Form {
  readonly key: string;
  readonly content: string;
}
const none: readonly Form[] = [];

/** A list of the same forms is the same list: the answers are compared with those before. */
const formsOf = (
  answers: readonly { readonly data?: Form | undefined; readonly isPending: boolean }[],
): readonly Form[] =>
  answers.some(({ isPending }) => isPending) ? none : answers.flatMap(({ data }) => data ?? []);

function draftForms(answered: readonly Form[]): DraftForms {
  const forms = new Map(answered.map((form) => [form.key, form]));
  return {
    texts: new Map([...forms].map(([key, { content }]) => [key, content])),
    read: {
      get: (key) => {
        const form = forms.get(key);
        return form && underCheck(form);
      },
    },
  };
}

const kept = new WeakMap<Form, FormUnderCheck | null>();

/** A form is read once for each answer. */
function underCheck(form: Form): FormUnderCheck | undefined {
  let read = kept.get(form);
  if (read === undefined) {
    const definition = readForm(form.content);
    read = definition && { file: form.key, definition, components: componentsOf(definition) };
    kept.set(form, read);
  }
  return read ?? undefined;
}
