import { useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { createSubmission, deleteDraft, getRecordForm } from '../../contracts/api/records.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { NetworkFailure } from '../../ui/api/api-problem.ts';
import type { AnswerOf } from '../../ui/api/client.ts';
import { answerKey } from '../../ui/api/use-answer.ts';
import { useIntention } from '../../ui/api/use-intention.ts';
import { type FormHandle, FormRenderer } from '../../ui/formio/FormRenderer.tsx';
import { formPermission } from '../../ui/formio/form-permission.ts';
import type { FieldError } from '../../ui/state/ErrorSummary.tsx';
import { FormAlert } from '../app/form-alert.tsx';
import { useProblemText } from '../app/problem-words.ts';
import { useSayMoment } from '../app/say-moment.ts';
import type { OwnStudent } from '../session/use-own-student.ts';
import { useChoices } from './choices.ts';
import { DraftState } from './draft-state.tsx';
import { useAttachmentStorage } from './file-storage.ts';
import { serverFieldErrors } from './server-errors.ts';
import { useDraft } from './use-draft.ts';
import { useForgetRecords } from './use-forget-records.ts';

interface FillFormProps {
  readonly student: NonNullable<OwnStudent['student']>;
  readonly answer: AnswerOf<typeof getRecordForm>;
}

const noErrors: readonly FieldError[] = [];

export function FillForm({ student, answer }: FillFormProps) {
  const { t, i18n } = useTranslation('portal');
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const sayWhen = useSayMoment();
  const textOf = useProblemText();
  const intention = useIntention();
  const forgetRecords = useForgetRecords();
  const storage = useAttachmentStorage(student.id);
  const choices = useChoices();
  const { formKey } = answer.form;
  const draft = useDraft(student.id, formKey);
  const form = useRef<FormHandle>(null);
  const [restored, setRestored] = useState(answer.draft);
  const [errors, setErrors] = useState(noErrors);
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  const submit = async () => {
    if (sending) return;
    setFailure(null);
    const result = await form.current?.submit();
    if (result?.valid !== true) return;
    setSending(true);
    const body = { studentId: student.id, formKey, data: result.data };
    try {
      const { record } = await api.call(createSubmission, { body, idempotencyKey: intention.keyFor(body) });
      intention.settled();
      await draft.stop();
      forgetRecords();
      queries.removeQueries({ queryKey: answerKey(getRecordForm) });
      void navigate(`/records/${record.id}/submitted`, { replace: true, state: { title: record.title } });
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      const found = serverFieldErrors(error, i18n.language);
      if (found === null) setFailure(textOf(error));
      else setErrors(found);
    } finally {
      setSending(false);
    }
  };

  const discard = async () => {
    try {
      await api.call(deleteDraft, { params: { id: student.id, formKey } });
      setRestored(null);
    } catch (error) {
      setFailure(textOf(error));
    }
  };

  return (
    <>
      <p className="po-muted">
        {t('record.fill.student', { name: student.name })} · {answer.form.description}
      </p>
      {restored !== null && (
        <p className="po-note" role="status">
          {t('record.fill.restored', { when: sayWhen(restored.savedAt) })}
          <Popconfirm
            title={t('record.fill.discardSure')}
            okText={t('record.fill.discardYes')}
            cancelText={t('shell.cancel')}
            onConfirm={() => void discard()}
          >
            <Button type="link">{t('record.fill.discard')}</Button>
          </Popconfirm>
        </p>
      )}
      <div className="po-form-sheet">
        <FormRenderer
          key={restored === null ? 'new' : 'restored'}
          ref={form}
          definition={answer.definition}
          permission={formPermission(answer.definition, answer.permission)}
          data={restored?.data ?? {}}
          errors={errors}
          fileStorage={storage}
          choices={choices}
          onChange={(data) => draft.changed(data)}
          onSubmit={() => void submit()}
        />
      </div>
      <div className="po-action-bar">
        <FormAlert failure={failure} />
        <DraftState state={draft.state} />
        <Button type="primary" size="large" loading={sending} onClick={() => void submit()}>
          {t(sending ? 'record.fill.submitting' : 'record.fill.submit')}
        </Button>
      </div>
    </>
  );
}
