import { RollbackOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { RecordSummary } from '../../contracts/api/records.ts';
import { Moment } from '../../ui/Moment.tsx';

/** 现在要做: the records that came back. Nothing where nothing came back. */
export function TodoCard({ returned }: { readonly returned: readonly RecordSummary[] }) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  if (returned.length === 0) {
    return null;
  }
  return (
    <section className="po-todo" aria-labelledby="todo-title">
      <h2 id="todo-title">{t('home.todo')}</h2>
      <ul>
        {returned.map((record) => (
          <li key={record.id}>
            <div>
              <strong>
                <Link to={`/records/${record.id}`}>{record.title}</Link>
              </strong>
              <p className="po-todo-reason">
                <RollbackOutlined aria-hidden />{' '}
                {record.returnReason === null
                  ? t('home.returnedPlain')
                  : t('home.returnedBecause', { reason: record.returnReason })}
              </p>
              <p className="po-muted po-small">
                {record.formName} · <Moment at={record.updatedAt} />
              </p>
            </div>
            {record.taskId !== null && (
              <Button
                aria-label={`${t('home.revise')} ${record.title}`}
                onClick={() => void navigate(`/inbox/${record.taskId}`)}
              >
                {t('home.revise')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
