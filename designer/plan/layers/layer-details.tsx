import { getLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { StateTag } from '@oneplan/runtime/ui/state/StateTag.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { addresses, addressOf } from '../addresses.ts';

/** The last edits that are shown of a layer. */
const edits = 4;

/** What is under a layer: its versions, and who has worked on what of its draft lately. */
export function LayerDetails({ layerId }: { readonly layerId: string }) {
  const { t } = useTranslation('designer');
  const layer = useAnswer(getLayer, { params: { id: layerId } });
  return (
    <Answer of={layer} lines={3}>
      {({ bundles, artefacts }) => {
        const worked = artefacts
          .filter(({ changed, updatedBy }) => changed && updatedBy !== null)
          .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
          .slice(0, edits);
        return (
          <div className="de-layer-details">
            <section>
              <h3>{t('layers.details.versions')}</h3>
              {bundles.length === 0 && <p className="de-muted">{t('layers.unpublished')}</p>}
              <ul>
                {bundles.map(({ id, version, note, publishedAt, cohorts }) => (
                  <li key={id}>
                    <Link to={addresses.version(layerId, id)}>{t('layers.version', { version })}</Link>
                    <Moment at={publishedAt} />
                    <StateTag
                      state={cohorts.length === 0 ? 'superseded' : 'published'}
                      label={
                        cohorts.length === 0
                          ? t('publishing.versions.superseded')
                          : cohorts
                              .map((year) => t('publishing.dialog.cohort', { year }))
                              .join(t('publishing.dialog.separator'))
                      }
                    />
                    <span className="de-muted">{note}</span>
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <h3>{t('layers.details.edits')}</h3>
              {worked.length === 0 && <p className="de-muted">{t('layers.details.noEdits')}</p>}
              <ul>
                {worked.map((artefact) => (
                  <li key={`${artefact.kind}/${artefact.key}`}>
                    <Link to={addressOf(layerId, artefact)}>
                      {artefact.kind === 'manifest' ? t('workbench.section.settings') : artefact.name}
                    </Link>
                    <span className="de-muted">
                      {artefact.updatedBy} <Moment at={artefact.updatedAt} />
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          </div>
        );
      }}
    </Answer>
  );
}
