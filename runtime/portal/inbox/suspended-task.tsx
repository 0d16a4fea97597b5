import { PauseCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../contracts/api/tasks.ts';
import { DecisionRecord } from './decision-record.tsx';

/** A task whose flow stands still: it can be read, and says why nothing can be done. */
export function SuspendedTask({ detail }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation('portal');
  return (
    <>
      <section className="po-suspended" aria-labelledby="suspended-title">
        <h3 id="suspended-title">
          <PauseCircleOutlined aria-hidden /> {t('inbox.suspendedTitle')}
        </h3>
        <p className="po-muted">{t('inbox.suspendedHint')}</p>
      </section>
      <DecisionRecord detail={detail} />
    </>
  );
}
