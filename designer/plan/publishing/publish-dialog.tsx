import { type BundleSummary, checkLayer, publishLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { isProblem, NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useForgetLifecycle, useLifecycle } from '../filing/use-lifecycle.ts';
import { isProblemToMend } from '../findings/finding-sentence.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { PublishFields } from './publish-fields.tsx';
import { PublishedDialog } from './published-dialog.tsx';
import { useCohortChoice } from './use-cohort-choice.ts';
import './publishing.css';

interface PublishDialogProps {
  readonly onClose: () => void;
  readonly onShowFindings: () => void;
}

/** 发布: says what will happen, asks for note and cohorts, and publishes the saved draft as an immutable version. */
export function PublishDialog({ onClose, onShowFindings }: PublishDialogProps) {
  const { t } = useTranslation('designer');
  const { layer, setRefused } = useWorkbench();
  const api = useApi();
  const forget = useForgetLifecycle();
  const textOf = useProblemText();
  const intention = useIntention();
  const check = useAnswer(checkLayer, { params: { id: layer.id } }, { staleTime: 0 });
  const choice = useCohortChoice();
  const { data: lifecycle } = useLifecycle(layer.id);
  // What was accepted is what is published: for the same cohorts.
  const accepted = lifecycle?.filing?.state === 'accepted' ? lifecycle.filing : null;
  const [note, setNote] = useState('');
  const [firstDay, setFirstDay] = useState('');
  const [ticked, setTicked] = useState<readonly number[] | null>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [published, setPublished] = useState<BundleSummary | null>(null);
  const cohorts = accepted?.cohorts ?? ticked ?? choice?.chosen ?? [];
  const version = (layer.published?.version ?? 0) + 1;
  const problems = check.isFetching ? undefined : check.data?.findings.filter(isProblemToMend).length;

  const publish = async () => {
    setSending(true);
    setFailure(null);
    const body = {
      note: note.trim(),
      cohorts: [...cohorts].sort((a, b) => a - b),
      effectiveOn: firstDay === '' ? null : firstDay,
    };
    try {
      const answer = await api.call(publishLayer, {
        params: { id: layer.id },
        body,
        idempotencyKey: intention.keyFor(body),
      });
      intention.settled();
      forget();
      setPublished(answer.bundle);
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      if (isProblem(error, 'plan-invalid')) {
        setRefused(null);
        await check.refetch();
      } else if (isProblem(error, 'conflict'))
        setFailure(t('publishing.dialog.unchanged', { version: layer.published?.version ?? '' }));
      else setFailure(textOf(error));
    } finally {
      setSending(false);
    }
  };

  if (published) return <PublishedDialog bundle={published} onClose={onClose} />;
  return (
    <Modal
      open
      title={t('publishing.dialog.title', { name: layer.orgUnit.name })}
      onCancel={onClose}
      width={560}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('publishing.dialog.cancel')}
        </Button>,
        <Button
          key="publish"
          type="primary"
          loading={sending}
          disabled={problems !== 0 || cohorts.length === 0}
          onClick={() => void publish()}
        >
          {t(sending ? 'publishing.dialog.submitting' : 'publishing.dialog.submit', { version })}
        </Button>,
      ]}
    >
      <PublishFields
        version={version}
        problems={problems}
        checkFailure={check.isError ? textOf(check.error) : null}
        failure={failure}
        note={note}
        options={accepted?.cohorts ?? choice?.options ?? []}
        cohorts={cohorts}
        onNote={setNote}
        onCohorts={setTicked}
        onShowFindings={onShowFindings}
        // Where an authority is above, it has named the day.
        firstDay={layer.extends === null ? { value: firstDay, onChange: setFirstDay } : undefined}
      />
    </Modal>
  );
}
