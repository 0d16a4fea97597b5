import { useInfiniteQuery } from '@tanstack/react-query';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import type { AnswerOf, CallInput } from '../../ui/api/client.ts';
import { answerKey } from '../../ui/api/use-answer.ts';

type ItemOf<E extends Endpoint> = AnswerOf<E> extends { readonly items: readonly (infer I)[] } ? I : never;

interface PageOf<E extends Endpoint> {
  readonly items: readonly ItemOf<E>[];
  readonly next: string | null;
}

/** A list that comes in pages by cursor; the pages so far, and the way to the next. */
export function usePages<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E> & { readonly params?: unknown; readonly query?: unknown },
  enabled = true,
) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...answerKey(endpoint, input), 'pages'],
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...(input.query as object), ...(pageParam === undefined ? {} : { after: pageParam }) };
      return (await api.call(endpoint, ...([{ ...input, query, signal }] as never))) as unknown as PageOf<E>;
    },
    getNextPageParam: (last: PageOf<E>) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
}
