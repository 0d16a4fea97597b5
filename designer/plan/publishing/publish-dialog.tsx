import {
  type BundleSummary,
  checkLayer,
  getArtefact,
  getLayer,
  listLayers,
  publishLayer,
} from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { isProblem, NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { type CohortChoice, cohortChoice } from './cohort-choice.ts';
import { PublishFields } from './publish-fields.tsx';
import { PublishedDialog } from './published-dialog.tsx';
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
  const queries = useQueryClient();
  const textOf = useProblemText();
  const intention = useIntention();
  const check = useAnswer(checkLayer, { params: { id: layer.id } }, { staleTime: 0 });
  const choice = useCohortChoice();
  const [note, setNote] = useState('');
  const [ticked, setTicked] = useState<readonly number[] | null>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [published, setPublished] = useState<BundleSummary | null>(null);
  const cohorts = ticked ?? choice?.chosen ?? [];
  const version = (layer.published?.version ?? 0) + 1;
  const problems = check.isFetching ? undefined : check.data?.findings.length;

  const publish = async () => {
    setSending(true);
    setFailure(null);
    const body = { note: note.trim(), cohorts: [...cohorts].sort((a, b) => a - b) };
    try {
      const answer = await api.call(publishLayer, {
        params: { id: layer.id },
        body,
        idempotencyKey: intention.keyFor(body),
      });
      intention.settled();
      for (const endpoint of [getLayer, checkLayer, getArtefact, listLayers])
        void queries.invalidateQueries({ queryKey: [endpoint.id] });
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
        options={choice?.options ?? []}
        cohorts={cohorts}
        onNote={setNote}
        onCohorts={setTicked}
        onShowFindings={onShowFindings}
      />
    </Modal>
  );
}

/** Cohorts to choose from; undefined until it is known what the layer above governs. */
function useCohortChoice(): CohortChoice | undefined {
  const { layer, bundles } = useWorkbench();
  const layers = useAnswer(listLayers, {});
  if (layers.isPending) return undefined;
  const above = layers.data?.items.find(({ published }) => published?.id === layer.extends?.bundleId);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  return cohortChoice(
    bundles.flatMap(({ cohorts }) => cohorts),
    above?.published?.cohorts ?? [],
    today,
  );
}
