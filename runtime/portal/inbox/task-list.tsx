import { ExclamationCircleOutlined } from '@ant-design/icons';
import { Button, Checkbox, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TaskSummary } from '../../contracts/api/tasks.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { PageError } from '../../ui/state/PageError.tsx';
import { useProblemText } from '../app/problem-words.ts';
import type { TaskGroup } from './grouping.ts';
import { isConfirmable, toggled } from './selection.ts';
import { TaskLine } from './task-line.tsx';
import { taskWords } from './task-words.ts';
import type { useInbox } from './use-inbox.ts';

interface TaskListProps {
  readonly inbox: ReturnType<typeof useInbox>;
  readonly groups: readonly { readonly group: TaskGroup; readonly tasks: readonly TaskSummary[] }[];
  readonly current: string | undefined;
  readonly search: string;
  readonly narrowed: boolean;
  /** Ids of the tasks that are to be confirmed together. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** The tasks in groups of urgency, with more on demand. */
export function TaskList({ inbox, groups, current, search, narrowed, selected, onSelect }: TaskListProps) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const textOf = useProblemText();
  if (inbox.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 6 }} aria-label={t('shell.loading')} />;
  }
  if (inbox.isError) {
    return <PageError message={textOf(inbox.error)} onRetry={() => void inbox.refetch()} />;
  }
  if (groups.length === 0) {
    return narrowed ? (
      <EmptyState
        title={t('inbox.noneFound')}
        hint={t('inbox.noneFoundHint')}
        action={{ label: t('inbox.showAll'), onPress: () => void navigate('/inbox', { replace: true }) }}
      />
    ) : (
      <EmptyState title={t('inbox.none')} hint={t('inbox.noneHint')} />
    );
  }
  const selectable = groups.some(({ tasks }) => tasks.some(isConfirmable));
  return (
    <div className="po-inbox-groups" aria-busy={inbox.isFetching}>
      {groups.map(({ group, tasks }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} data-group={group}>
            {group === 'overdue' && <ExclamationCircleOutlined aria-hidden />} {t(`inbox.group.${group}`)}{' '}
            {tasks.length}
          </h2>
          <ul className="po-list" data-selectable={selectable || undefined}>
            {tasks.map((task) => (
              <li key={task.id}>
                {isConfirmable(task) && (
                  <Checkbox
                    className="po-select"
                    aria-label={t('inbox.bulk.select', { title: taskWords(task) })}
                    checked={selected.has(task.id)}
                    onChange={() => onSelect(toggled(selected, task.id))}
                  />
                )}
                <TaskLine task={task} current={task.id === current} search={search} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {inbox.hasNextPage && (
        <Button block loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {t('inbox.more')}
        </Button>
      )}
    </div>
  );
}
