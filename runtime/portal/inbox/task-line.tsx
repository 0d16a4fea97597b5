import { ExclamationCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskSummary } from '../../contracts/api/tasks.ts';
import { Moment } from '../../ui/Moment.tsx';
import { PartTag } from './part-tag.tsx';

interface TaskLineProps {
  readonly task: TaskSummary;
  readonly current?: boolean;
  /** Filters of the list, kept in the address. */
  readonly search?: string;
}

/** A task in few words: whose and what. */
export function taskWords({ student, title }: TaskSummary): string {
  return student === null ? title : `${student.name} ${title}`;
}

/** One task as a line of a list: whose, what, since when, until when. */
export function TaskLine({ task, current = false, search = '' }: TaskLineProps) {
  const { t } = useTranslation('portal');
  return (
    <Link
      to={{ pathname: `/inbox/${task.id}`, search }}
      className="po-line"
      aria-current={current ? 'true' : undefined}
      data-task={task.id}
    >
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
    </Link>
  );
}
