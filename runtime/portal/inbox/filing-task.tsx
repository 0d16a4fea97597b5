import { ArrowRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TaskSummary } from '../../contracts/api/tasks.ts';
import { Moment } from '../../ui/Moment.tsx';
import { placeOfTask } from './place-of-task.ts';

/** 备案: who files what since when, and the way to its review in the designer. */
export function FilingTask({ task }: { readonly task: TaskSummary }) {
  const { t } = useTranslation('portal');
  return (
    <section className="po-gap-top" aria-label={task.name}>
      <dl className="po-fields">
        <div>
          <dt>{t('inbox.filing.unit')}</dt>
          <dd>{task.filing?.unitName}</dd>
        </div>
        <div>
          <dt>{t('inbox.filing.plan')}</dt>
          <dd>{task.title}</dd>
        </div>
        <div>
          <dt>{t('inbox.filing.since')}</dt>
          <dd>
            <Moment at={task.createdAt} />
          </dd>
        </div>
        {task.dueAt !== null && (
          <div>
            <dt>{t('inbox.filing.due')}</dt>
            <dd>
              <Moment at={task.dueAt} as="due" />
            </dd>
          </div>
        )}
      </dl>
      <p className="po-muted po-gap-top">{t('inbox.filing.hint')}</p>
      <div className="po-buttons">
        <Button type="primary" size="large" href={placeOfTask(task).address} icon={<ArrowRightOutlined />}>
          {t('inbox.filing.review')}
        </Button>
      </div>
    </section>
  );
}
