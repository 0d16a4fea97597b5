import { ExclamationCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listTasks, type TaskSummary } from '../../contracts/api/tasks.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { Answer } from '../app/answer.tsx';
import { placeOfTask } from '../inbox/place-of-task.ts';
import { TaskLine } from '../inbox/task-line.tsx';

const shownNext = 4;

/** Home of whoever decides: how much waits, how much is late, and what comes next. */
export function TeacherHome() {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const tasks = useAnswer(listTasks, { query: { limit: shownNext } });
  const start = (first: TaskSummary | undefined) => {
    if (first === undefined) return;
    const { within, address } = placeOfTask(first);
    if (within === 'designer') window.location.assign(address);
    else void navigate(address);
  };
  return (
    <section className="po-section" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('home.teacher.waiting')}</h2>
      <Answer of={tasks} lines={4}>
        {({ items, counts }) =>
          counts.all === 0 ? (
            <EmptyState title={t('home.teacher.none')} hint={t('home.teacher.noneHint')} />
          ) : (
            <>
              <div className="po-waiting">
                <p className="po-figure">{t('home.teacher.count', { count: counts.all })}</p>
                <p>
                  {counts.overdue > 0 && (
                    <span className="po-late">
                      <ExclamationCircleOutlined aria-hidden />{' '}
                      {t('home.teacher.overdue', { count: counts.overdue })}
                    </span>
                  )}
                  {counts.today > 0 && (
                    <span className="po-muted">{t('home.teacher.today', { count: counts.today })}</span>
                  )}
                </p>
                <Button type="primary" size="large" onClick={() => start(items[0])}>
                  {t('home.teacher.start')}
                </Button>
              </div>
              <h3 className="po-gap-top">{t('home.teacher.next')}</h3>
              <ul className="po-list" aria-label={t('home.teacher.next')}>
                {items.map((task) => (
                  <li key={task.id}>
                    <TaskLine task={task} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </section>
  );
}
