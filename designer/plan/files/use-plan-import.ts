import { importIntoDraft, previewImport } from '@oneplan/runtime/contracts/api/plan-files.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { isProblem, NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';
import type { PlanSide } from '../comparison/plan-side.ts';
import { useForgetLifecycle } from '../filing/use-lifecycle.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { fileSide } from './file-side.ts';
import { type Sending, useSending } from './use-sending.ts';

export type ImportPreview = AnswerOf<typeof previewImport>;

/** A file on its way into the draft that is open. */
export interface PlanImport {
  readonly file: File | null;
  readonly preview: ImportPreview | null;
  /** What is in the file, to be shown beside the draft; null where it is no plan. */
  readonly side: PlanSide | null;
  readonly sending: Sending;
  readonly choose: (file: File) => Promise<void>;
  readonly apply: () => Promise<void>;
}

export function usePlanImport(): PlanImport {
  const { t } = useTranslation('designer');
  const api = useApi();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { layer } = useWorkbench();
  const forget = useForgetLifecycle();
  const intention = useIntention();
  const sending = useSending();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [side, setSide] = useState<PlanSide | null>(null);
  const params = { id: layer.id };

  const choose = async (chosen: File) => {
    setFile(chosen);
    setPreview(null);
    setSide(null);
    await sending.run(t('planFile.checking', { name: chosen.name }), async () => {
      const answer = await api.call(previewImport, {
        params,
        rawBody: chosen,
        onProgress: sending.onProgress,
      });
      if (answer.plan && answer.plan.key === layer.planKey)
        setSide(await fileSide(new Uint8Array(await chosen.arrayBuffer()), answer.plan.key));
      setPreview(answer);
    });
  };

  const apply = async () => {
    if (file === null || preview === null) return;
    let stale = false;
    const about = { fingerprint: preview.plan?.fingerprint ?? '', draft: preview.draft ?? '' };
    const went = await sending.run(
      t('planFile.importing'),
      async () => {
        const { changed } = await api.call(importIntoDraft, {
          params,
          query: { draft: about.draft },
          rawBody: file,
          idempotencyKey: intention.keyFor(about),
        });
        intention.settled();
        void message.success(t(changed ? 'planFile.done' : 'planFile.nothingDone', { name: file.name }));
      },
      (error) => {
        if (!(error instanceof NetworkFailure)) intention.settled();
        stale = isProblem(error, 'revision-stale');
        return stale;
      },
    );
    forget();
    if (went) await navigate(addresses.layer(layer.id));
    if (stale) {
      void message.warning(t('planFile.stale'));
      await choose(file);
    }
  };

  return { file, preview, side, sending, choose, apply };
}
