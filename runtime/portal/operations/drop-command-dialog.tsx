import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dropEngineCommand, type EngineCommandSummary } from '../../contracts/api/engine.ts';
import { Dialog } from '../app/dialog.tsx';
import { Field } from '../app/field.tsx';
import { useApproval } from '../approval/use-approval.ts';
import { useCommandName } from './use-command-name.ts';

interface DropCommandDialogProps {
  readonly command: EngineCommandSummary;
  readonly onClose: (done: boolean) => void;
}

/** Says what follows from giving a refused command up, and asks why. */
export function DropCommandDialog({ command, onClose }: DropCommandDialogProps) {
  const { t } = useTranslation('portal');
  const nameOf = useCommandName();
  const approval = useApproval();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const missing = reason.trim() === '';
  const send = async () => {
    setChecked(true);
    if (missing) return;
    const input = { params: { id: command.id }, body: { reason: reason.trim() } };
    if (await approval.send(dropEngineCommand, input, 'operations.engine.dropped')) onClose(true);
  };
  return (
    <Dialog
      title={t('operations.engine.dropTitle', { name: nameOf(command) })}
      action={t('operations.engine.drop')}
      sending={approval.sending}
      onAction={() => void send()}
      onClose={() => onClose(false)}
    >
      <p className="po-muted">
        {t(command.kind === 'start' ? 'operations.engine.dropStartHint' : 'operations.engine.dropHint')}
      </p>
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
