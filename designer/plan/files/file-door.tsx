import { ImportOutlined } from '@ant-design/icons';
import { importNewPlan, previewNewPlan } from '@oneplan/runtime/contracts/api/plan-files.ts';
import { listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';
import { PlainFindings } from './plain-findings.tsx';
import { PlanFileDrop } from './plan-file-drop.tsx';
import { PlanFileFacts } from './plan-file-facts.tsx';
import { useSending } from './use-sending.ts';
import './files.css';

type Preview = AnswerOf<typeof previewNewPlan>;

/** The third way to begin a plan: from a file that was exported elsewhere. */
export function FileDoor({ orgUnitId }: { readonly orgUnitId: string }) {
  const { t } = useTranslation('designer');
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const intention = useIntention();
  const sending = useSending();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const params = { id: orgUnitId };

  const choose = async (chosen: File) => {
    setFile(chosen);
    setPreview(null);
    await sending.run(t('planFile.checking', { name: chosen.name }), async () => {
      setPreview(await api.call(previewNewPlan, { params, rawBody: chosen, onProgress: sending.onProgress }));
    });
  };
  const begin = async (chosen: File, fingerprint: string) => {
    await sending.run(
      t('planFile.importing'),
      async () => {
        const idempotencyKey = intention.keyFor({ orgUnitId, fingerprint });
        const { layer } = await api.call(importNewPlan, { params, rawBody: chosen, idempotencyKey });
        intention.settled();
        void queries.invalidateQueries({ queryKey: [listLayers.id] });
        await navigate(addresses.layer(layer.id));
      },
      (error) => {
        if (!(error instanceof NetworkFailure)) intention.settled();
        return false;
      },
    );
  };

  const { words, failure } = sending;
  return (
    <section className="de-card" aria-labelledby="de-door-file">
      <h2 id="de-door-file">
        <ImportOutlined aria-hidden /> {t('planFile.door.title')}
      </h2>
      <p className="de-muted">{t('planFile.door.hint')}</p>
      <PlanFileDrop file={file} disabled={words !== null} onFile={(chosen) => void choose(chosen)} />
      <p role="status" className="de-muted">
        {words}
      </p>
      <div role="alert">{failure !== null && <Alert type="warning" showIcon title={failure} />}</div>
      {preview?.plan && <PlanFileFacts plan={preview.plan} />}
      {preview?.taken && <Taken layerId={preview.taken.layerId} />}
      {preview && preview.refused.length > 0 && (
        <>
          <p className="de-found">{t('planFile.door.refused', { count: preview.refused.length })}</p>
          <PlainFindings findings={preview.refused} icon="error" />
        </>
      )}
      {file && preview?.plan && !preview.taken && preview.refused.length === 0 && (
        <div>
          <Button
            type="primary"
            loading={words !== null}
            onClick={() => void begin(file, preview.plan?.fingerprint ?? '')}
          >
            {t('planFile.door.use')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Taken({ layerId }: { readonly layerId: string | null }) {
  const { t } = useTranslation('designer');
  if (layerId === null) return <p className="de-found">{t('planFile.door.takenElsewhere')}</p>;
  return (
    <>
      <p>{t('planFile.door.takenHere')}</p>
      <Link to={addresses.importFile(layerId)}>{t('planFile.door.open')}</Link>
    </>
  );
}
