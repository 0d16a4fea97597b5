import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { StateTag } from '@oneplan/runtime/ui/state/StateTag.tsx';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { addresses, addressOf } from '../addresses.ts';
import { EditorHead } from '../editing/editor-head.tsx';
import { ReadOnlyNote } from '../editing/read-only-note.tsx';
import { PlanFileCard } from '../files/plan-file-card.tsx';
import { useLifecycle } from '../filing/use-lifecycle.ts';
import { useVerdict } from '../findings/use-verdict.ts';
import { Fingerprint } from '../fingerprint.tsx';
import { Facts } from '../manifest/facts.tsx';
import { BehindCard } from '../upgrade/behind-card.tsx';
import { newerVersion } from '../upgrade/newer-version.ts';
import { useWorkbench } from './workbench-context.ts';
import './overview.css';

/** 概览: how the layer stands: what it is based on, what is published, what has changed since, what the check says. */
export function OverviewPage() {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  useDocumentTitle(`${layer.orgUnit.name} ${layer.planName}`);
  return (
    <div className="de-editor">
      <EditorHead title={`${layer.orgUnit.name} · ${layer.planName}`} />
      {!layer.editable && (
        <ReadOnlyNote>{t('workbench.readOnly.layer', { name: layer.orgUnit.name })}</ReadOnlyNote>
      )}
      <div className="de-editor-body de-overview">
        <LayerFacts />
        {layer.editable && <CheckCard />}
        {layer.editable && <ChangesCard />}
        <BehindCard />
        <PlanFileCard />
      </div>
    </div>
  );
}

function LayerFacts() {
  const { t } = useTranslation('designer');
  const { layer, bundles, artefacts, manifest } = useWorkbench();
  const { published } = layer;
  const layers = useAnswer(listLayers, {});
  const newer = layer.editable ? newerVersion(layer, layers.data?.items ?? []) : null;
  const cohorts = [...new Set(bundles.flatMap((bundle) => bundle.cohorts))].sort((a, b) => a - b);
  const running = bundles.reduce((sum, bundle) => sum + bundle.running, 0);
  const countOf = (of: 'form' | 'process') => artefacts.filter(({ kind }) => kind === of).length;
  return (
    <section className="de-card">
      <Facts
        items={[
          [
            t('workbench.overview.based'),
            layer.extends === null
              ? t('layers.top')
              : t('layers.extends', { name: layer.extends.orgUnitName, version: layer.extends.version }),
          ],
          ...(newer
            ? [
                [
                  t('upgrade.title'),
                  <Link key="newer" to={addresses.upgrade(layer.id)}>
                    {t('upgrade.offer', { name: newer.authority, version: newer.bundle.version })}
                  </Link>,
                ] as const,
              ]
            : []),
          [
            t('workbench.overview.published'),
            published === null ? (
              t('layers.unpublished')
            ) : (
              <span key="published">
                <Link to={addresses.version(layer.id, published.id)}>
                  {t('layers.version', { version: published.version })}
                </Link>{' '}
                <Fingerprint of={published.fingerprint} /> <Moment at={published.publishedAt} />
              </span>
            ),
          ],
          [
            t('workbench.overview.governs'),
            cohorts.length === 0
              ? t('workbench.overview.noCohort')
              : cohorts
                  .map((year) => t('workbench.overview.cohort', { year }))
                  .join(t('publishing.dialog.separator')),
          ],
          [t('workbench.overview.running'), t('layers.runningTotal', { count: running })],
          [
            t('workbench.overview.contents'),
            manifest
              ? t('workbench.overview.contentsLine', {
                  forms: countOf('form'),
                  processes: countOf('process'),
                  parameters: manifest.parameters.length,
                })
              : '…',
          ],
        ]}
      />
    </section>
  );
}

function CheckCard() {
  const { t } = useTranslation('designer');
  const { layer, findings, showFindings } = useWorkbench();
  const verdict = useVerdict(findings);
  const lifecycle = useLifecycle(layer.id);
  return (
    <section className="de-card" aria-labelledby="de-overview-check">
      <h2 id="de-overview-check">{t('workbench.overview.problems')}</h2>
      {verdict === undefined && <p className="de-muted">{t('publishing.findings.checking')}</p>}
      {verdict?.kind === 'clean' && (
        <p className="de-clean">
          <CheckCircleOutlined aria-hidden /> {verdict.text}{' '}
          {lifecycle.data?.state === 'checked' && <StateTag state="confirmed" label={t('filing.checked')} />}
        </p>
      )}
      {verdict !== undefined && verdict.kind !== 'clean' && (
        <p className={verdict.kind === 'found' ? 'de-found' : undefined}>
          <ExclamationCircleOutlined aria-hidden /> {verdict.text}{' '}
          <Button type="link" size="small" onClick={showFindings}>
            {t('workbench.overview.showFindings')}
          </Button>
        </p>
      )}
    </section>
  );
}

function ChangesCard() {
  const { t } = useTranslation('designer');
  const { layer, artefacts } = useWorkbench();
  const changed = artefacts.filter((artefact) => artefact.changed);
  return (
    <section className="de-card" aria-labelledby="de-overview-changes">
      <h2 id="de-overview-changes">{t('workbench.overview.changes')}</h2>
      {layer.published === null && <p className="de-muted">{t('workbench.overview.firstDraft')}</p>}
      {layer.published !== null && changed.length === 0 && (
        <p className="de-muted">{t('workbench.overview.noChanges')}</p>
      )}
      {changed.length > 0 && (
        <ul className="de-changes">
          {changed.map((artefact) => (
            <li key={`${artefact.kind}/${artefact.key}`}>
              <Link to={addressOf(layer.id, artefact)}>
                {artefact.kind === 'manifest' ? t('workbench.item.parameters') : artefact.name}
              </Link>
              <span className="de-muted">
                {artefact.updatedBy !== null &&
                  t('workbench.overview.changedBy', { who: artefact.updatedBy })}
                <Moment at={artefact.updatedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
