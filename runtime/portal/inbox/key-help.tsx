import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const rows = [
  ['↑ ↓', 'move'],
  ['C', 'confirm'],
  ['R', 'return'],
  ['X', 'select'],
  ['/', 'search'],
  ['?', 'help'],
] as const;

export function KeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('portal');
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('inbox.keysTitle')} width={360}>
      <dl className="po-key-help">
        {rows.map(([keys, name]) => (
          <div key={name}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(`inbox.key.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
