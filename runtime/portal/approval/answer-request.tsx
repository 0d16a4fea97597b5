import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resolveTask, signTask, type TaskActions } from '../../contracts/api/approval.ts';
import type { TaskDetail } from '../../contracts/api/tasks.ts';
import { Field } from '../app/field.tsx';
import { FormAlert } from '../app/form-alert.tsx';
import { DecisionRecord } from '../inbox/decision-record.tsx';
import { SignerList } from './signer-list.tsx';
import { useApproval } from './use-approval.ts';

interface AnswerRequestProps {
  readonly detail: TaskDetail;
  /** Null while it is not known. */
  readonly actions: TaskActions | null;
  readonly onGone: () => void;
}

/** What somebody sees who was asked to sign or to prepare a task: the record, and room for an opinion. */
export function AnswerRequest({ detail, actions, onGone }: AnswerRequestProps) {
  const { t } = useTranslation('portal');
  const approval = useApproval();
  const [opinion, setOpinion] = useState('');
  const [error, setError] = useState<string>();
  const params = { id: detail.task.id };
  const signs = detail.task.part === 'signer';

  const sign = async (agrees: boolean) => {
    if (!agrees && opinion.trim() === '') {
      setError(t('approval.opinionMissing'));
      return;
    }
    const words = agrees ? 'approval.done.agree' : 'approval.done.object';
    if (await approval.send(signTask, { params, body: { agrees, opinion: opinion.trim() } }, words, true))
      onGone();
  };
  const resolve = async () => {
    if (opinion.trim() === '') {
      setError(t('approval.missingOpinion'));
      return;
    }
    const body = { opinion: opinion.trim() };
    if (await approval.send(resolveTask, { params, body }, 'approval.done.resolve', true)) onGone();
  };

  return (
    <>
      <section className="po-returned" aria-labelledby="request-title">
        <h3 id="request-title">
          {signs ? t('approval.asked') : t('approval.delegated', { name: actions?.owner?.name ?? '' })}
        </h3>
        <p className="po-muted">{t(signs ? 'approval.askedHint' : 'approval.delegatedHint')}</p>
      </section>
      <DecisionRecord detail={detail} />
      {actions !== null && <SignerList taskId={detail.task.id} signers={actions.signers} removable={false} />}
      <div className="po-action-bar po-decision">
        <Field label={t('approval.opinion')} error={error}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 1, maxRows: 4 }}
              maxLength={500}
              value={opinion}
              onChange={(event) => {
                setOpinion(event.target.value);
                setError(undefined);
              }}
            />
          )}
        </Field>
        <FormAlert failure={approval.failure} />
        <div className="po-decision-buttons">
          {signs ? (
            <>
              <Button
                size="large"
                className="po-return"
                disabled={approval.sending}
                onClick={() => void sign(false)}
              >
                {t('approval.object')}
              </Button>
              <Button size="large" type="primary" loading={approval.sending} onClick={() => void sign(true)}>
                {t('approval.agree')}
              </Button>
            </>
          ) : (
            <Button size="large" type="primary" loading={approval.sending} onClick={() => void resolve()}>
              {t('approval.resolve')}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
