import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, NetworkFailure } from '../../ui/api/api-problem.ts';
import { PageError } from '../../ui/state/PageError.tsx';
import { useProblemText } from './problem-words.ts';

interface AnswerProps<T> {
  readonly of: UseQueryResult<T>;
  /** Lines of the skeleton that stands while the answer is on its way. */
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** The answer to a reading call once it is there; before, a skeleton; without one, why and what to do. */
export function Answer<T>({ of: query, lines = 6, children }: AnswerProps<T>) {
  const { t } = useTranslation('portal');
  const textOf = useProblemText();
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.isPending) {
    return (
      <div role="status" aria-label={t('shell.loading')}>
        <Skeleton active title={false} paragraph={{ rows: lines }} />
      </div>
    );
  }
  const final = isProblem(query.error, 'forbidden', 'not-found');
  const message = isProblem(query.error, 'forbidden')
    ? t('shell.forbidden.hint')
    : query.error instanceof NetworkFailure
      ? t('shell.offline.hint')
      : textOf(query.error);
  return <PageError message={message} onRetry={final ? undefined : () => void query.refetch()} />;
}
