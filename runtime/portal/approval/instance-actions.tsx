import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remindInstance, takeBack, withdrawInstance } from '../../contracts/api/approval.ts';
import type { RecordSummary } from '../../contracts/api/records.ts';
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
  const withdrawable = open && own && may('instance.withdraw');
  const takeable = record.taskId === null && !own && open && may('instance.take-back');
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
    <Modal
      open
      title={t(`approval.${asking}`)}
      okText={t('approval.send')}
      cancelText={t('approval.cancel')}
      confirmLoading={approval.sending}
      onOk={() => void send()}
      onCancel={onClose}
      width={440}
    >
      <p className="po-muted">{t(`approval.${asking}Hint`)}</p>
      <Field label={t('approval.reason')} error={missing ? t('approval.missingReason') : undefined}>
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
    </Modal>
  );
}
