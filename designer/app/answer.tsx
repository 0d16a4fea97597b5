import { isProblem, NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { PageError } from '@oneplan/runtime/ui/state/PageError.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface AnswerProps<T> {
  readonly of: UseQueryResult<T>;
  /** What is said where the thing is not there. */
  readonly notFound?: string;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** The answer to a reading call once it is there; before, a skeleton; without one, why and what to do. */
export function Answer<T>({ of: query, notFound, lines = 6, children }: AnswerProps<T>) {
  const { t } = useTranslation('designer');
  const textOf = useProblemText();
  if (query.data !== undefined) return children(query.data);
  if (query.isPending)
    return (
      <div className="de-waiting" role="status" aria-label={t('shell.loading')}>
        <Skeleton active title={false} paragraph={{ rows: lines }} />
      </div>
    );
  // An address that names nothing is answered as a request that cannot be read.
  if (isProblem(query.error, 'not-found', 'invalid-request') && notFound !== undefined)
    return <PageError message={notFound} />;
  if (isProblem(query.error, 'forbidden')) return <PageError message={t('shell.forbidden')} />;
  if (isProblem(query.error, 'not-found')) return <PageError message={textOf(query.error)} />;
  const offline = query.error instanceof NetworkFailure;
  return (
    <PageError
      message={offline ? t('shell.offline.hint') : textOf(query.error)}
      onRetry={() => void query.refetch()}
    />
  );
}
