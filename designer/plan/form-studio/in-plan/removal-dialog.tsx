import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RemovedUses } from './removed-uses.ts';
import { UseList } from './use-list.tsx';

interface RemovalDialogProps {
  readonly removed: RemovedUses;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** Asks before something goes that the plan still uses. */
export function RemovalDialog({ removed, onKeep, onRemove }: RemovalDialogProps) {
  const { t } = useTranslation('designer');
  return (
    <Modal
      open
      title={t('formInPlan.removal.title', { name: removed.name })}
      okText={t('formInPlan.removal.remove')}
      cancelText={t('formInPlan.removal.keep')}
      okButtonProps={{ danger: true }}
      onOk={onRemove}
      onCancel={onKeep}
    >
      <p>{t('formInPlan.removal.text')}</p>
      <UseList uses={removed.uses} />
    </Modal>
  );
}
