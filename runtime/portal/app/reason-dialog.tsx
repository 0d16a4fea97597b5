import { useState } from 'react';
import type { takeBack, withdrawInstance } from '../../contracts/api/approval.ts';
import type { dropEngineCommand } from '../../contracts/api/engine.ts';
import type { activateInstance, cancelInstance, suspendInstance } from '../../contracts/api/operations.ts';
import { useAnnounce } from './announcer.tsx';
import { Dialog } from './dialog.tsx';
import { FormAlert } from './form-alert.tsx';
import { ReasonField } from './reason-field.tsx';
import { useSending } from './use-sending.ts';

interface ReasonDialogProps {
  readonly endpoint:
    | typeof activateInstance
    | typeof cancelInstance
    | typeof dropEngineCommand
    | typeof suspendInstance
    | typeof takeBack
    | typeof withdrawInstance;
  /** Of what it is done to. */
  readonly id: string;
  readonly title: string;
  readonly action: string;
  /** What it brings about. */
  readonly hint: string;
  /** What is said once it is done. */
  readonly done: string;
  /** Most characters of the reason that the server takes. */
  readonly longest?: number;
  readonly onClose: (done: boolean) => void;
}

/** Says what follows from doing something, asks why, and does it. */
export function ReasonDialog({
  endpoint,
  id,
  title,
  action,
  hint,
  done,
  longest,
  onClose,
}: ReasonDialogProps) {
  const announce = useAnnounce();
  const { sending, failure, send } = useSending();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const missing = reason.trim() === '';
  const confirm = async () => {
    setChecked(true);
    if (missing) return;
    if ((await send(endpoint, { params: { id }, body: { reason: reason.trim() } })) === null) return;
    announce(done);
    onClose(true);
  };
  return (
    <Dialog
      title={title}
      action={action}
      sending={sending}
      onAction={() => void confirm()}
      onClose={() => onClose(false)}
    >
      <p className="po-muted">{hint}</p>
      <ReasonField value={reason} missing={checked && missing} longest={longest} onChange={setReason} />
      <FormAlert failure={failure} />
    </Dialog>
  );
}
