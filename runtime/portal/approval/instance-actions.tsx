import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remindInstance, takeBack, withdrawInstance } from '../../contracts/api/approval.ts';
import { getInstance } from '../../contracts/api/instances.ts';
import type { RecordSummary } from '../../contracts/api/records.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { FormAlert } from '../app/form-alert.tsx';
import { ReasonDialog } from '../app/reason-dialog.tsx';
import { useMe } from '../session/me-context.ts';
import { useApproval } from './use-approval.ts';

/** What is asked about first; each takes a reason. */
const acts = { withdraw: withdrawInstance, takeBack } as const;
type Asking = keyof typeof acts;

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
      <FormAlert failure={approval.failure} />
      {asking !== null && (
        <ReasonDialog
          endpoint={acts[asking]}
          id={record.instanceId}
          title={t(`approval.${asking}`)}
          action={t(`approval.${asking}`)}
          hint={t(`approval.${asking}Hint`)}
          done={t(`approval.done.${asking}`)}
          longest={500}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
