import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remindInstance, takeBack, withdrawInstance } from '../../contracts/api/approval.ts';
import { getInstance } from '../../contracts/api/instances.ts';
import type { RecordSummary } from '../../contracts/api/records.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { Dialog } from '../app/dialog.tsx';
import { Field } from '../app/field.tsx';
import { useMe } from '../session/me-context.ts';
import { useApproval } from './use-approval.ts';

type Asking = 'withdraw' | 'takeBack';

/** What can be done about a record that is on its way: remind, withdraw one’s own, take one’s decision back. */
export function InstanceActions({ record }: { readonly record: RecordSummary }) {
  const { t } = useTranslation('portal');
  const me = useMe();
  const approval = useApproval();
  const [asking, setAsking] = useState<Asking | null>(null);
  const open = record.state === 'submitted' || record.state === 'returned';
  const own = me.student?.id === record.student.id;
  const may = (permission: (typeof me.permissions)[number]) => me.permissions.includes(permission);
  const remindable = record.state === 'submitted' && record.taskId === null && may('instance.remind');
  // Once it was returned somebody has decided on it.
  const withdrawable =
    record.state === 'submitted' && record.revision === 1 && own && may('instance.withdraw');
  const history = useAnswer(getInstance, { params: { id: record.instanceId } });
  const last = history.data?.timeline.at(-1);
  const takeable =
    open && may('instance.take-back') && last?.kind === 'task-completed' && last.actor === me.user.name;
  if (!remindable && !withdrawable && !takeable) return null;
  const params = { id: record.instanceId };
  const remind = () =>
    approval.send(remindInstance, { params }, (answer) =>
      t('approval.done.remind', { count: (answer as { reminded: number }).reminded }),
    );
  return (
    <div className="po-buttons">
      {remindable && (
        <Button disabled={approval.sending} onClick={() => void remind()}>
          {t('approval.remind')}
        </Button>
      )}
      {withdrawable && <Button onClick={() => setAsking('withdraw')}>{t('approval.withdraw')}</Button>}
      {takeable && <Button onClick={() => setAsking('takeBack')}>{t('approval.takeBack')}</Button>}
      <div role="alert" className="po-form-alert">
        {approval.failure !== null && <p>{approval.failure}</p>}
      </div>
      {asking !== null && (
        <ReasonDialog asking={asking} instanceId={record.instanceId} onClose={() => setAsking(null)} />
      )}
    </div>
  );
}

interface ReasonDialogProps {
  readonly asking: Asking;
  readonly instanceId: string;
  readonly onClose: () => void;
}

function ReasonDialog({ asking, instanceId, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('portal');
  const approval = useApproval();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = async () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    const input = { params: { id: instanceId }, body: { reason: reason.trim() } };
    const done =
      asking === 'withdraw'
        ? await approval.send(withdrawInstance, input, 'approval.done.withdraw')
        : await approval.send(takeBack, input, 'approval.done.takeBack');
    if (done) onClose();
  };
  return (
    <Dialog
      title={t(`approval.${asking}`)}
      action={t(`approval.${asking}`)}
      sending={approval.sending}
      onAction={() => void send()}
      onClose={onClose}
    >
      <p className="po-muted">{t(`approval.${asking}Hint`)}</p>
      <Field
        label={t('approval.reason')}
        error={missing && reason.trim() === '' ? t('approval.missingReason') : undefined}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
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
