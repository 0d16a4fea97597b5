import { type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { useApi } from './api-context.tsx';
import { isProblem, NetworkFailure } from './api-problem.ts';
import type { AnswerOf, CallInput } from './client.ts';

/** The cache key of a call: its endpoint, then what it was asked. */
export function answerKey(
  endpoint: Endpoint,
  input?: { readonly params?: unknown; readonly query?: unknown },
): QueryKey {
  return input === undefined ? [endpoint.id] : [endpoint.id, input.params ?? null, input.query ?? null];
}

interface AnswerOptions {
  /** Do not ask while this is false. */
  readonly enabled?: boolean;
  /** ms for which an answer is taken as fresh. */
  readonly staleTime?: number;
  /** Ask again every so many ms while the page is seen. */
  readonly refetchInterval?: number;
  /** Ask anew each time the page is opened and never while it is open: what is being edited stays put. */
  readonly fresh?: boolean;
  /** Show the last answer while the next one, for other parameters, is on its way. */
  readonly keepPrevious?: boolean;
}

/** The answer to a reading call, cached by what was asked. */
export function useAnswer<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  { keepPrevious = false, fresh = false, ...options }: AnswerOptions = {},
): UseQueryResult<AnswerOf<E>> {
  const api = useApi();
  return useQuery<AnswerOf<E>>({
    queryKey: answerKey(endpoint, input as { params?: unknown; query?: unknown }),
    queryFn: ({ signal }) => api.call(endpoint, ...([{ ...input, signal }] as never)),
    ...(keepPrevious ? { placeholderData: (before: unknown) => before as never } : {}),
    ...(fresh ? { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 } : {}),
    ...options,
  });
}

/** Whether asking again by itself can help: no answer, or a server that is starting. At most twice. */
export function worthAnotherTry(failures: number, error: unknown): boolean {
  return failures < 2 && (error instanceof NetworkFailure || isProblem(error, 'unavailable'));
}
