import { ExclamationCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskSummary } from '../../contracts/api/tasks.ts';
import { Moment } from '../../ui/Moment.tsx';
import { PartTag } from './part-tag.tsx';
import { placeOfTask } from './place-of-task.ts';
import { taskWords } from './task-words.ts';

interface TaskLineProps {
  readonly task: TaskSummary;
  readonly current?: boolean;
  /** Filters of the list, kept in the address. */
  readonly search?: string;
}

/** One task as a line of a list: whose, what, since when, until when. */
export function TaskLine({ task, current = false, search = '' }: TaskLineProps) {
  const { t } = useTranslation('portal');
  return (
    <TaskLink task={task} current={current} search={search}>
      <span className="po-line-main">
        <strong>{taskWords(task)}</strong>
        <span className="po-muted">
          {task.formName}
          {task.student !== null && <span className="po-dot">{task.student.className}</span>}
          {task.round > 1 && <span className="po-dot">{t('shell.round', { round: task.round })}</span>}
        </span>
        <PartTag task={task} />
      </span>
      <span className="po-line-side po-small">
        {task.dueAt !== null && !task.suspended && (
          <span className={task.overdue ? 'po-late' : 'po-muted'}>
            {task.overdue && <ExclamationCircleOutlined aria-hidden />} <Moment at={task.dueAt} as="due" />
          </span>
        )}
        <span className="po-muted">
          <Moment at={task.createdAt} />
        </span>
      </span>
    </TaskLink>
  );
}

/** Leads to where the task is done; the designer's pages are an application of their own. */
function TaskLink({
  task,
  current,
  search,
  children,
}: Required<TaskLineProps> & { readonly children: ReactNode }) {
  const place = placeOfTask(task);
  const shared = {
    className: 'po-line',
    'aria-current': current ? ('true' as const) : undefined,
    'data-task': task.id,
  };
  return place.within === 'designer' ? (
    <a {...shared} href={place.address}>
      {children}
    </a>
  ) : (
    <Link {...shared} to={{ pathname: place.address, search }}>
      {children}
    </Link>
  );
}
