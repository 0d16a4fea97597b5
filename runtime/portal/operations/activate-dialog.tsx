import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activateInstance } from '../../contracts/api/operations.ts';
import { Dialog } from '../app/dialog.tsx';
import { Field } from '../app/field.tsx';
import { useApproval } from '../approval/use-approval.ts';

interface ActivateDialogProps {
  readonly instanceId: string;
  readonly onClose: (done: boolean) => void;
}

/** Asks why a suspended flow goes on, and lets it. */
export function ActivateDialog({ instanceId, onClose }: ActivateDialogProps) {
  const { t } = useTranslation('portal');
  const approval = useApproval();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const missing = reason.trim() === '';
  const send = async () => {
    setChecked(true);
    if (missing) return;
    const input = { params: { id: instanceId }, body: { reason: reason.trim() } };
    if (await approval.send(activateInstance, input, 'operations.activated')) onClose(true);
  };
  return (
    <Dialog
      title={t('operations.activateTitle')}
      action={t('operations.activate')}
      sending={approval.sending}
      onAction={() => void send()}
      onClose={() => onClose(false)}
    >
      <p className="po-muted">{t('operations.activateHint')}</p>
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
        {approval.failure !== null && <p>{approval.failure}</p>}
      </div>
    </Dialog>
  );
}
