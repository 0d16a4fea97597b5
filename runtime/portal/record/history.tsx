import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getInstance } from '../../contracts/api/instances.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { Answer } from '../app/answer.tsx';
import { OpeningPage } from '../app/opening-page.tsx';
import { Timeline } from './timeline.tsx';

const InstanceDiagram = lazy(async () => ({
  default: (await import('./instance-diagram.tsx')).InstanceDiagram,
}));

/** The history of a record, as a list or drawn on its process diagram: both from the same answer. */
export function History({ instanceId }: { readonly instanceId: string }) {
  const { t } = useTranslation('portal');
  const [view, setView] = useState<'list' | 'diagram'>('list');
  const instance = useAnswer(getInstance, { params: { id: instanceId } });
  return (
    <section className="po-section" aria-labelledby="history-title">
      <div className="po-section-head">
        <h2 id="history-title">{t('record.page.timeline')}</h2>
        <Segmented
          aria-label={t('record.page.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'list', label: t('record.page.asList') },
            { value: 'diagram', label: t('record.page.asDiagram') },
          ]}
        />
      </div>
      <Answer of={instance}>
        {(data) => (
          <>
            <p className="po-muted po-small">
              {data.processName} · {t('record.page.planVersion', { version: data.bundleVersion })} ·{' '}
              {t(`record.state.${data.state}`)}
            </p>
            {view === 'diagram' && (
              <Suspense fallback={<OpeningPage />}>
                <InstanceDiagram instance={data} />
              </Suspense>
            )}
            <div className={view === 'diagram' ? 'op-visually-hidden' : undefined}>
              <Timeline instance={data} />
            </div>
          </>
        )}
      </Answer>
    </section>
  );
}
