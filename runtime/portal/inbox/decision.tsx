import { Button } from 'antd';
import { lazy, type Ref, Suspense, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskActions } from '../../contracts/api/approval.ts';
import { completeTask, type TaskDetail, type TaskSummary } from '../../contracts/api/tasks.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { isProblem, NetworkFailure } from '../../ui/api/api-problem.ts';
import { useIntention } from '../../ui/api/use-intention.ts';
import type { FormHandle } from '../../ui/formio/FormRenderer.tsx';
import { formPermission } from '../../ui/formio/form-permission.ts';
import { FormAlert } from '../app/form-alert.tsx';
import { useProblemText } from '../app/problem-words.ts';
import { MoreActions } from '../approval/more-actions.tsx';
import { SignerList } from '../approval/signer-list.tsx';
import { useChoices } from '../record/choices.ts';
import { serverFieldErrors } from '../record/server-errors.ts';
import {
  buttonOrder,
  decisionData,
  furtherFields,
  type OutcomeValue,
  remarkMissing,
} from './decision-form.ts';
import { DecisionRecord } from './decision-record.tsx';
import { RemarkField } from './remark-field.tsx';

const FormRenderer = lazy(async () => ({
  default: (await import('../../ui/formio/FormRenderer.tsx')).FormRenderer,
}));

export interface DecisionHandle {
  /** Decides by key: the first outcome of that kind. */
  readonly decide: (kind: 'confirm' | 'return') => void;
}

interface DecisionProps {
  readonly ref: Ref<DecisionHandle>;
  readonly detail: TaskDetail;
  /** What can be done besides deciding; null while it is not known. */
  readonly actions: TaskActions | null;
  readonly onDone: (
    words: (hasNext: boolean) => string,
    next: TaskSummary | null,
    kind: 'done' | 'note',
  ) => void;
  /** The task has gone to somebody else. */
  readonly onGone: () => void;
  /** The record has changed since it was read. */
  readonly onStale: () => void;
}

const doneWords = { next: 'inbox.doneNext', last: 'inbox.doneLast' } as const;
/** The decision is kept, and the engine has not heard of it yet. */
const movingWords = { next: 'inbox.movingNext', last: 'inbox.movingLast' } as const;

/** What to decide on, above; remark and outcomes at the thumb, below. */
export function Decision({ ref, detail, actions, onDone, onGone, onStale }: DecisionProps) {
  const { t, i18n } = useTranslation('portal');
  const api = useApi();
  const textOf = useProblemText();
  const intention = useIntention();
  const [remark, setRemark] = useState('');
  const [remarkError, setRemarkError] = useState<string>();
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState<string | null>(null);
  const remarkBox = useRef<HTMLTextAreaElement>(null);
  const choices = useChoices();
  const form = useRef<FormHandle>(null);
  const bar = useId();
  const { outcome, task } = detail;

  useEffect(() => {
    if (remarkError !== undefined) remarkBox.current?.focus();
  }, [remarkError]);

  const send = async (value: OutcomeValue) => {
    if (outcome === null || sending !== null) return;
    setFailure(null);
    setRemarkError(undefined);
    if (remarkMissing(outcome, value, remark)) {
      setRemarkError(t('inbox.remarkMissing'));
      remarkBox.current?.focus();
      return;
    }
    const filled = form.current === null ? null : await form.current.submit();
    if (filled?.valid === false) return;
    setSending(value.value);
    const others = filled?.valid === true ? filled.data : detail.form.data;
    const body = {
      data: decisionData(outcome, value, remark, others),
      recordRevision: detail.recordRevision,
    };
    try {
      const answer = await api.call(completeTask, {
        params: { id: task.id },
        body,
        idempotencyKey: intention.keyFor(body),
      });
      const said = { title: task.title, outcome: value.label };
      const moving = answer.record?.transit != null;
      const words = moving ? movingWords : doneWords;
      onDone((hasNext) => t(words[hasNext ? 'next' : 'last'], said), answer.next, 'done');
    } catch (error) {
      refused(error);
    } finally {
      setSending(null);
    }
  };

  const refused = (error: unknown) => {
    if (!(error instanceof NetworkFailure)) intention.settled();
    if (isProblem(error, 'task-already-completed', 'task-not-open')) {
      const problem = textOf(error);
      onDone((hasNext) => (hasNext ? t('inbox.takenNext', { problem }) : problem), null, 'note');
      return;
    }
    const found = serverFieldErrors(error, i18n.language);
    const atRemark = found?.find((one) => one.path === outcome?.remark);
    if (atRemark !== undefined) setRemarkError(atRemark.message);
    else setFailure(found?.map((one) => one.message).join(' ') ?? textOf(error));
    if (isProblem(error, 'revision-stale')) onStale();
  };

  useImperativeHandle(ref, () => ({
    decide: (kind) => {
      const value = outcome?.values.find((one) => one.kind === kind);
      if (value !== undefined) void send(value);
    },
  }));

  if (outcome === null) return null;
  const further = furtherFields(detail.form.definition, outcome);
  return (
    <>
      {actions !== null && <SignerList taskId={task.id} signers={actions.signers} removable />}
      <DecisionRecord detail={detail} />
      {further !== null && (
        <Suspense>
          <FormRenderer
            ref={form}
            definition={further}
            permission={formPermission(further, detail.form.permission)}
            data={detail.form.data}
            choices={choices}
          />
        </Suspense>
      )}
      <section className="po-action-bar po-decision" aria-labelledby={bar}>
        <h3 id={bar} className="op-visually-hidden">
          {t('inbox.decision')}
        </h3>
        {outcome.remark !== null && (
          <RemarkField
            box={remarkBox}
            value={remark}
            error={remarkError}
            onChange={(text) => {
              setRemark(text);
              setRemarkError(undefined);
            }}
          />
        )}
        <FormAlert failure={failure} />
        <div className="po-decision-buttons">
          {actions !== null && <MoreActions taskId={task.id} actions={actions} onGone={onGone} />}
          {buttonOrder(outcome.values).map((value) => (
            <Button
              key={value.value}
              size="large"
              type={value.kind === 'confirm' ? 'primary' : 'default'}
              className={value.kind === 'return' ? 'po-return' : undefined}
              loading={sending === value.value}
              disabled={sending !== null && sending !== value.value}
              onClick={() => void send(value)}
            >
              {value.label}
            </Button>
          ))}
        </div>
      </section>
    </>
  );
}
