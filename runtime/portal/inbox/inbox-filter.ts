/** What narrows the inbox; stands in the address, so that it survives reload, back and sharing. */
export interface InboxFilter {
  readonly q: string;
  readonly formKey: string | null;
  readonly due: Due | null;
}

export const dues = ['overdue', 'today', 'later'] as const;
export type Due = (typeof dues)[number];

export function filterFrom(search: URLSearchParams): InboxFilter {
  return {
    q: (search.get('q') ?? '').slice(0, 30),
    formKey: search.get('form'),
    due: dues.find((due) => due === search.get('due')) ?? null,
  };
}

export function searchOf(filter: InboxFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (filter.q.trim() !== '') search.set('q', filter.q.trim());
  if (filter.formKey !== null) search.set('form', filter.formKey);
  if (filter.due !== null) search.set('due', filter.due);
  return search;
}

export function isNarrow(filter: InboxFilter): boolean {
  return filter.q.trim() !== '' || filter.formKey !== null || filter.due !== null;
}
