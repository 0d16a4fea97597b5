import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { activateInstance, cancelInstance, suspendInstance } from '../../contracts/api/operations.ts';
import { useAnnounce } from '../app/announcer.tsx';
import { Dialog } from '../app/dialog.tsx';
import { Field } from '../app/field.tsx';
import { useOperation } from './use-operation.ts';

interface ReasonDialogProps {
  readonly endpoint: typeof activateInstance | typeof suspendInstance | typeof cancelInstance;
  readonly instanceId: string;
  readonly title: string;
  readonly action: string;
  /** What it brings about. */
  readonly hint: string;
  /** What is said once it is done. */
  readonly done: string;
  readonly onClose: (done: boolean) => void;
}

/** Asks why something is done to a flow as a whole, and does it. */
export function ReasonDialog({
  endpoint,
  instanceId,
  title,
  action,
  hint,
  done,
  onClose,
}: ReasonDialogProps) {
  const { t } = useTranslation('portal');
  const announce = useAnnounce();
  const operation = useOperation();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const missing = reason.trim() === '';
  const send = async () => {
    setChecked(true);
    if (missing) return;
    const input = { params: { id: instanceId }, body: { reason: reason.trim() } };
    if ((await operation.send(endpoint, input)) === null) return;
    announce(done);
    onClose(true);
  };
  return (
    <Dialog
      title={title}
      action={action}
      sending={operation.sending}
      onAction={() => void send()}
      onClose={() => onClose(false)}
    >
      <p className="po-muted">{hint}</p>
      <Field
        label={t('approval.reason')}
        error={checked && missing ? t('approval.missingReason') : undefined}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div role="alert" className="po-form-alert">
        {operation.failure !== null && <p>{operation.failure}</p>}
      </div>
    </Dialog>
  );
}
