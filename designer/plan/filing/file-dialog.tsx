import { fileLayer } from '@oneplan/runtime/contracts/api/filings.ts';
import { checkLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { isProblem, NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';
import { isProblemToMend } from '../findings/finding-sentence.ts';
import { PublishFields } from '../publishing/publish-fields.tsx';
import { useCohortChoice } from '../publishing/use-cohort-choice.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { useForgetLifecycle } from './use-lifecycle.ts';
import '../publishing/publishing.css';

interface FileDialogProps {
  /** With whom the draft is filed. */
  readonly authority: string;
  readonly onClose: () => void;
  readonly onShowFindings: () => void;
}

/** 申报: submits the saved draft to the authority above, which sees every difference from its own version. */
export function FileDialog({ authority, onClose, onShowFindings }: FileDialogProps) {
  const { t } = useTranslation('designer');
  const { layer, setRefused } = useWorkbench();
  const api = useApi();
  const navigate = useNavigate();
  const forget = useForgetLifecycle();
  const textOf = useProblemText();
  const intention = useIntention();
  const { message } = App.useApp();
  const check = useAnswer(checkLayer, { params: { id: layer.id } }, { staleTime: 0 });
  const choice = useCohortChoice();
  const [note, setNote] = useState('');
  const [ticked, setTicked] = useState<readonly number[] | null>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const cohorts = ticked ?? choice?.chosen ?? [];
  const problems = check.isFetching ? undefined : check.data?.findings.filter(isProblemToMend).length;

  const submit = async () => {
    setSending(true);
    setFailure(null);
    const body = { note: note.trim(), cohorts: [...cohorts].sort((a, b) => a - b) };
    try {
      await api.call(fileLayer, { params: { id: layer.id }, body, idempotencyKey: intention.keyFor(body) });
      intention.settled();
      forget();
      void message.success(t('filing.dialog.done', { name: authority }));
      onClose();
      await navigate(addresses.filing(layer.id));
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      if (isProblem(error, 'plan-invalid')) {
        setRefused(null);
        await check.refetch();
      } else setFailure(textOf(error));
    } finally {
      setSending(false);
    }
  };

  return (
    <Modal
      open
      title={t('filing.dialog.title', { name: authority })}
      onCancel={onClose}
      width={560}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('publishing.dialog.cancel')}
        </Button>,
        <Button
          key="file"
          type="primary"
          loading={sending}
          disabled={problems !== 0 || cohorts.length === 0}
          onClick={() => void submit()}
        >
          {t('filing.dialog.submit')}
        </Button>,
      ]}
    >
      <PublishFields
        lead={t('filing.dialog.lead', { name: authority })}
        version={(layer.published?.version ?? 0) + 1}
        problems={problems}
        checkFailure={check.isError ? textOf(check.error) : null}
        failure={failure}
        note={note}
        options={choice?.options ?? []}
        cohorts={cohorts}
        onNote={setNote}
        onCohorts={setTicked}
        onShowFindings={onShowFindings}
      />
    </Modal>
  );
}
