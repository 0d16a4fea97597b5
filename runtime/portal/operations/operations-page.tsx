import { useTranslation } from 'react-i18next';
import { listIncidents, listSuspended } from '../../contracts/api/operations.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ForbiddenPage } from '../app/forbidden-page.tsx';
import { MoreButton } from '../app/more-button.tsx';
import { Page } from '../app/page.tsx';
import { PagedAnswer } from '../app/paged-answer.tsx';
import { usePages } from '../app/use-pages.ts';
import { useMe } from '../session/me-context.ts';
import { EngineCommands } from './engine-commands.tsx';
import { IncidentList } from './incident-list.tsx';
import { OperationsTabs } from './operations-tabs.tsx';
import { SuspendedList } from './suspended-list.tsx';
import { useOperatedUnit, watchers } from './use-operated-unit.tsx';
import './operations.css';

/** 运行监控: what has failed and waits for somebody, and what stands still. */
export function OperationsPage() {
  const { t } = useTranslation('portal');
  const me = useMe();
  const { unit, picker } = useOperatedUnit(watchers);
  const unitId = unit?.id ?? '';
  const params = { params: { id: unitId }, query: { limit: 50 } };
  const incidents = usePages(listIncidents, params, unitId !== '');
  const suspended = usePages(listSuspended, params, unitId !== '');
  if (unitId === '' || !me.permissions.includes('operation.read')) {
    return <ForbiddenPage />;
  }
  return (
    <Page title={t('operations.title')} width="full">
      <OperationsTabs />
      <p className="po-muted">{t('operations.intro')}</p>
      {picker}
      <section className="po-section" aria-labelledby="incidents-title">
        <h2 id="incidents-title">{t('operations.incidents')}</h2>
        <PagedAnswer of={incidents}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={t('operations.noIncidents')} hint={t('operations.noIncidentsHint')} />
            ) : (
              <>
                <IncidentList
                  items={items}
                  manages={me.permissions.includes('operation.manage')}
                  onChanged={() => void incidents.refetch()}
                />
                <MoreButton {...incidents} />
              </>
            )
          }
        </PagedAnswer>
      </section>
      {me.permissions.includes('engine.read') && <EngineCommands />}
      <section className="po-section" aria-labelledby="suspended-title">
        <h2 id="suspended-title">{t('operations.suspended')}</h2>
        <PagedAnswer of={suspended}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={t('operations.noSuspended')} hint={t('operations.noSuspendedHint')} />
            ) : (
              <>
                <SuspendedList
                  items={items}
                  manages={me.permissions.includes('operation.manage')}
                  onChanged={() => void suspended.refetch()}
                />
                <MoreButton {...suspended} />
              </>
            )
          }
        </PagedAnswer>
      </section>
    </Page>
  );
}
