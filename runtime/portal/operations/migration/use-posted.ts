import { useQuery } from '@tanstack/react-query';
import type { Endpoint } from '../../../contracts/endpoint.ts';
import { useApi } from '../../../ui/api/api-context.tsx';
import type { AnswerOf, CallInput } from '../../../ui/api/client.ts';

/** The answer to a question that is too long for an address; null until it is there. The question changes nothing. */
export function usePosted<E extends Endpoint>(endpoint: E, input: CallInput<E>): AnswerOf<E> | null {
  const api = useApi();
  const { data } = useQuery<AnswerOf<E>>({
    queryKey: [endpoint.id, input],
    queryFn: ({ signal }) => api.call(endpoint, ...([{ ...input, signal }] as never)),
  });
  return data ?? null;
}
