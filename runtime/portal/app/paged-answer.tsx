import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../ui/api/api-problem.ts';
import { PageError } from '../../ui/state/PageError.tsx';
import { useProblemText } from './problem-words.ts';

interface PagedAnswerProps<I> {
  readonly of: UseInfiniteQueryResult<{ pages: readonly { readonly items: readonly I[] }[] }>;
  readonly children: (items: readonly I[]) => ReactNode;
}

/** The items of all pages that are there; before, a skeleton; without an answer, why and what to do. */
export function PagedAnswer<I>({ of: query, children }: PagedAnswerProps<I>) {
  const { t } = useTranslation('portal');
  const textOf = useProblemText();
  if (query.data !== undefined) {
    return children(query.data.pages.flatMap((page) => page.items));
  }
  if (query.isError) {
    const message = isProblem(query.error, 'forbidden') ? t('shell.forbidden.hint') : textOf(query.error);
    return <PageError message={message} onRetry={() => void query.refetch()} />;
  }
  return (
    <div role="status" aria-label={t('shell.loading')}>
      <Skeleton active title={false} paragraph={{ rows: 6 }} />
    </div>
  );
}
