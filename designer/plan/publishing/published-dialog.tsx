import { CheckCircleFilled } from '@ant-design/icons';
import type { BundleSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { MoveRunning } from './move-running.tsx';

interface PublishedDialogProps {
  readonly bundle: BundleSummary;
  readonly onClose: () => void;
}

/** The version is out: its number, whom it governs, and its fingerprint. */
export function PublishedDialog({ bundle, onClose }: PublishedDialogProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const navigate = useNavigate();
  const cohorts = bundle.cohorts
    .map((year) => t('publishing.dialog.cohort', { year }))
    .join(t('publishing.dialog.separator'));
  return (
    <Modal
      open
      title={
        <span className="de-done">
          <CheckCircleFilled aria-hidden /> {t('publishing.dialog.done', { version: bundle.version })}
        </span>
      }
      onCancel={onClose}
      width={560}
      footer={[
        <Button
          key="open"
          onClick={() => {
            onClose();
            void navigate(addresses.version(layer.id, bundle.id));
          }}
        >
          {t('publishing.dialog.open')}
        </Button>,
        <Button key="finish" type="primary" onClick={onClose}>
          {t('publishing.dialog.finish')}
        </Button>,
      ]}
    >
      <p>
        {bundle.state === 'scheduled' && bundle.effectiveFrom ? (
          <ScheduledText cohorts={cohorts} at={bundle.effectiveFrom} />
        ) : (
          t('publishing.dialog.doneText', { cohorts })
        )}
      </p>
      <MoveRunning to={bundle} />
      <p className="de-muted de-small">{t('publishing.dialog.fingerprint')}</p>
      <code className="de-fingerprint de-fingerprint-whole">{bundle.fingerprint}</code>
    </Modal>
  );
}

function ScheduledText({ cohorts, at }: { readonly cohorts: string; readonly at: string }) {
  const { t } = useTranslation('designer');
  return (
    <>
      {t('publishing.schedule.doneText', { cohorts })} <Moment at={at} />
    </>
  );
}
