import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface RefusedNoteProps {
  /** Why the last edit was taken back; empty: it was not. */
  readonly sentences: readonly string[];
  readonly onClose: () => void;
}

/** Says, calmly, that an edit was taken back, by whose rule, and what may be done instead. */
export function RefusedNote({ sentences, onClose }: RefusedNoteProps) {
  const { t } = useTranslation('editors');
  return (
    <div role="status">
      {sentences.length > 0 && (
        <div className="op-modeler-refused">
          <LockOutlined aria-hidden />
          <div>
            <strong>{t('process.lock.takenBack')}</strong>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <Button size="small" onClick={onClose}>
            {t('process.lock.understood')}
          </Button>
        </div>
      )}
    </div>
  );
}
