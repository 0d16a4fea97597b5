import { ExclamationCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskSummary } from '../../contracts/api/tasks.ts';
import { Moment } from '../../ui/Moment.tsx';

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
    <Link
      to={{ pathname: `/inbox/${task.id}`, search }}
      className="po-line"
      aria-current={current ? 'true' : undefined}
      data-task={task.id}
    >
      <span className="po-line-main">
        <strong>{task.student === null ? task.title : `${task.student.name} ${task.title}`}</strong>
        <span className="po-muted">
          {task.formName}
          {task.student !== null && <span className="po-dot">{task.student.className}</span>}
          {task.round > 1 && <span className="po-dot">{t('shell.round', { round: task.round })}</span>}
        </span>
      </span>
      <span className="po-line-side po-small">
        {task.dueAt !== null && (
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
