import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { listLaunches } from '../../../contracts/api/launches.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ForbiddenPage } from '../../app/forbidden-page.tsx';
import { MoreButton } from '../../app/more-button.tsx';
import { Page } from '../../app/page.tsx';
import { PagedAnswer } from '../../app/paged-answer.tsx';
import { usePages } from '../../app/use-pages.ts';
import { useMe } from '../../session/me-context.ts';
import { OperationsTabs } from '../operations-tabs.tsx';
import { useOperatedUnit, watchers } from '../use-operated-unit.tsx';
import { LaunchProgress, LaunchState, LaunchWords } from './launch-line.tsx';
import '../operations.css';

/** 发起: what was started for many, newest first. */
export function LaunchesPage() {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const may = useMe().permissions.includes('process.launch');
  const { unit, picker } = useOperatedUnit(watchers);
  const launches = usePages(
    listLaunches,
    { params: { id: unit?.id ?? '' }, query: { limit: 30 } },
    unit !== null,
  );
  if (unit === null) return <ForbiddenPage />;
  const begin = () => void navigate(`/operations/launches/new?unit=${unit.id}`);
  return (
    <Page
      title={t('operations.title')}
      width="full"
      actions={
        may && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={begin}>
            {t('operations.launch.new')}
          </Button>
        )
      }
    >
      <OperationsTabs />
      {picker}
      <PagedAnswer of={launches}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('operations.launch.none')} hint={t('operations.launch.noneHint')} />
          ) : (
            <>
              <ul className="po-list" aria-label={t('operations.launch.list')}>
                {items.map((launch) => (
                  <li key={launch.id}>
                    <Link className="po-line" to={`/operations/launches/${launch.id}?unit=${unit.id}`}>
                      <span className="po-line-main">
                        <strong>{launch.processName}</strong>
                        <span className="po-muted">
                          <LaunchWords launch={launch} />
                        </span>
                      </span>
                      <span className="po-line-side po-op-launch-side">
                        <LaunchState launch={launch} />
                        <LaunchProgress launch={launch} />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
              <MoreButton {...launches} />
            </>
          )
        }
      </PagedAnswer>
    </Page>
  );
}
