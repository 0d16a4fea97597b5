import { RollbackOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { completeTask, type TaskDetail } from '../../contracts/api/tasks.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { NetworkFailure } from '../../ui/api/api-problem.ts';
import { useIntention } from '../../ui/api/use-intention.ts';
import { type FormHandle, FormRenderer } from '../../ui/formio/FormRenderer.tsx';
import { formPermission } from '../../ui/formio/form-permission.ts';
import { Moment } from '../../ui/Moment.tsx';
import type { FieldError } from '../../ui/state/ErrorSummary.tsx';
import { useAnnounce } from '../app/announcer.tsx';
import { FormAlert } from '../app/form-alert.tsx';
import { useProblemText } from '../app/problem-words.ts';
import { useChoices } from '../record/choices.ts';
import { useAttachmentStorage } from '../record/file-storage.ts';
import { serverFieldErrors } from '../record/server-errors.ts';
import { useForgetRecords } from '../record/use-forget-records.ts';

const noErrors: readonly FieldError[] = [];

/** A task whose form is to be filled in, such as a record that came back: why, the form, and submit. */
export function Revision({ detail }: { readonly detail: TaskDetail }) {
  const { t, i18n } = useTranslation('portal');
  const api = useApi();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const textOf = useProblemText();
  const intention = useIntention();
  const forgetRecords = useForgetRecords();
  const storage = useAttachmentStorage(detail.task.student?.id ?? '');
  const choices = useChoices();
  const form = useRef<FormHandle>(null);
  // The form starts with what was first read; answers that come while somebody types must not change it.
  const [start] = useState(detail);
  const [errors, setErrors] = useState(noErrors);
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  const submit = async () => {
    if (sending) return;
    setFailure(null);
    const result = await form.current?.submit();
    if (result?.valid !== true) return;
    setSending(true);
    const body = { data: result.data, recordRevision: start.recordRevision };
    try {
      const answer = await api.call(completeTask, {
        params: { id: start.task.id },
        body,
        idempotencyKey: intention.keyFor(body),
      });
      announce(t('record.revise.done'));
      forgetRecords();
      void navigate(answer.record === null ? '/' : `/records/${answer.record.id}`, { replace: true });
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      const found = serverFieldErrors(error, i18n.language);
      if (found === null) setFailure(textOf(error));
      else setErrors(found);
    } finally {
      setSending(false);
    }
  };

  const { returnReason } = start;
  const words = { submit: returnReason === null ? 'record.fill.submit' : 'record.fill.resubmit' } as const;
  return (
    <>
      {returnReason !== null && (
        <section className="po-returned" aria-labelledby="reason-title">
          <h3 id="reason-title">
            <RollbackOutlined aria-hidden /> {t('record.revise.reason')}
          </h3>
          <p>{returnReason.text}</p>
          <p className="po-muted po-small">
            {returnReason.by.name} · <Moment at={returnReason.at} />
          </p>
        </section>
      )}
      {returnReason !== null && <p className="po-muted">{t('inbox.reviseHint')}</p>}
      <div className="po-form-sheet">
        <FormRenderer
          ref={form}
          definition={start.form.definition}
          permission={formPermission(start.form.definition, start.form.permission)}
          data={start.form.data}
          errors={errors}
          fileStorage={storage}
          choices={choices}
          onSubmit={() => void submit()}
        />
      </div>
      <div className="po-action-bar">
        <FormAlert failure={failure} />
        <Button type="primary" size="large" loading={sending} onClick={() => void submit()}>
          {t(sending ? 'record.fill.submitting' : words.submit)}
        </Button>
      </div>
    </>
  );
}
