import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type LayerSummary, listLayers } from '../../../contracts/api/plans.ts';
import { useAnswer } from '../../../ui/api/use-answer.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { Answer } from '../../app/answer.tsx';
import { ForbiddenPage } from '../../app/forbidden-page.tsx';
import { Page } from '../../app/page.tsx';
import { useMe } from '../../session/me-context.ts';
import { hasRole } from '../../session/own-units.ts';
import { OperationsTabs } from '../operations-tabs.tsx';
import { BetweenVersions } from './between-versions.tsx';
import { VersionFields, type Versions } from './version-fields.tsx';
import '../operations.css';

/** 迁移: running flows go on with another version of their plan. */
export function MigrationPage() {
  const { t } = useTranslation('portal');
  const may = hasRole(useMe(), 'city-admin', 'district-admin');
  const layers = useAnswer(listLayers, {}, { enabled: may });
  if (!may) return <ForbiddenPage />;
  return (
    <Page title={t('operations.title')} width="full">
      <OperationsTabs />
      <p className="po-muted">{t('operations.migration.intro')}</p>
      <Answer of={layers}>
        {({ items }) => {
          // A layer of the own authority or below, with something that was published.
          const own = items.filter(({ editable, published }) => editable && published !== null);
          return own[0] === undefined ? (
            <EmptyState
              title={t('operations.migration.noVersions')}
              hint={t('operations.migration.noVersionsHint')}
            />
          ) : (
            <Chosen layers={own} first={own[0]} />
          );
        }}
      </Answer>
    </Page>
  );
}

interface ChosenProps {
  readonly layers: readonly LayerSummary[];
  readonly first: LayerSummary;
}

function Chosen({ layers, first }: ChosenProps) {
  // A link from the designer says what is to be moved to what.
  const [search] = useSearchParams();
  const [versions, setVersions] = useState<Versions>(() => {
    const layerId = search.get('layer');
    return layers.some(({ id }) => id === layerId) && layerId !== null
      ? { layerId, from: search.get('from'), to: search.get('to') }
      : { layerId: first.id, from: null, to: null };
  });
  const { from, to } = versions;
  return (
    <>
      <VersionFields layers={layers} versions={versions} onChange={setVersions} />
      {from !== null && to !== null && from !== to && (
        <BetweenVersions key={`${from} ${to}`} from={from} to={to} />
      )}
    </>
  );
}
