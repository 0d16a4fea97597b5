import { AuditOutlined, PauseCircleOutlined, SwapOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { TaskSummary } from '../../contracts/api/tasks.ts';

/** What is special about a task, if anything: it stands still, or it asks for a signature or for preparation. */
export function PartTag({ task }: { readonly task: TaskSummary }) {
  const { t } = useTranslation('portal');
  if (task.suspended)
    return (
      <span className="po-tag" data-kind="suspended">
        <PauseCircleOutlined aria-hidden /> {t('inbox.suspended')}
      </span>
    );
  if (task.part === 'main') return null;
  return (
    <span className="po-tag">
      {task.part === 'signer' ? <AuditOutlined aria-hidden /> : <SwapOutlined aria-hidden />}{' '}
      {t(`inbox.part.${task.part}`)}
    </span>
  );
}
