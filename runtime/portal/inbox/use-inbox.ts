import { useInfiniteQuery } from '@tanstack/react-query';
import { listTasks } from '../../contracts/api/tasks.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { answerKey } from '../../ui/api/use-answer.ts';
import type { InboxFilter } from './inbox-filter.ts';

/** The open tasks under a filter, page by page. */
export function useInbox(filter: InboxFilter) {
  const api = useApi();
  const query = {
    q: filter.q.trim() === '' ? undefined : filter.q.trim(),
    formKey: filter.formKey ?? undefined,
    due: filter.due ?? undefined,
    limit: 30,
  };
  return useInfiniteQuery({
    queryKey: [...answerKey(listTasks), 'pages', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.call(listTasks, { query: { ...query, after: pageParam }, signal }),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  });
}
