import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listChoices } from '../../contracts/api/choices.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { answerKey } from '../../ui/api/use-answer.ts';
import type { ChoiceSource } from '../../ui/formio/choices.ts';

/** ms for which the people and places that may be chosen are taken as known */
const fresh = 5 * 60_000;

/** Whom and what the signed-in person may choose in a form. */
export function useChoices(): ChoiceSource {
  const api = useApi();
  const queries = useQueryClient();
  return useMemo(
    () =>
      async ({ picker, roles, unitKinds }) => {
        const input = {
          params: { picker },
          query: {
            ...(roles ? { roles: roles.join(',') } : {}),
            ...(unitKinds ? { unitKinds: unitKinds.join(',') } : {}),
          },
        };
        const { items } = await queries.fetchQuery({
          queryKey: answerKey(listChoices, input),
          queryFn: () => api.call(listChoices, input),
          staleTime: fresh,
        });
        return items;
      },
    [api, queries],
  );
}
