import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listNotices } from '../../contracts/api/publicity.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { FilterTabs } from '../app/filter-tabs.tsx';
import { MoreButton } from '../app/more-button.tsx';
import { Page } from '../app/page.tsx';
import { PagedAnswer } from '../app/paged-answer.tsx';
import { usePages } from '../app/use-pages.ts';
import { NoticeTimeWords } from './notice-time-words.tsx';
import './notice.css';

/** 公示: what is shown to those who belong to its audience. */
export function NoticesPage() {
  const { t } = useTranslation('portal');
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') === 'closed' ? 'closed' : 'open';
  const notices = usePages(listNotices, { query: { state, limit: 30 } });
  return (
    <Page title={t('notices.title')}>
      <FilterTabs
        label={t('notices.which')}
        value={state}
        options={[
          { value: 'open', label: t('notices.open') },
          { value: 'closed', label: t('notices.closed') },
        ]}
        onChange={(value) => setSearch(value === 'closed' ? { state: 'closed' } : {}, { replace: true })}
      />
      <PagedAnswer of={notices}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState
              title={t(state === 'open' ? 'notices.noneOpen' : 'notices.noneClosed')}
              hint={t(state === 'open' ? 'notices.noneOpenHint' : 'notices.noneClosedHint')}
            />
          ) : (
            <>
              <ul className="po-list" aria-label={t('notices.title')}>
                {items.map((notice) => (
                  <li key={notice.id}>
                    <Link className="po-line" to={`/notices/${notice.id}`}>
                      <span className="po-line-main">
                        <strong>{notice.heading}</strong>
                        <span className="po-muted">
                          {notice.studentName}
                          <span className="po-dot">{notice.className}</span>
                        </span>
                      </span>
                      <span className="po-line-side">
                        <NoticeTimeWords notice={notice} />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
              <MoreButton {...notices} />
            </>
          )
        }
      </PagedAnswer>
    </Page>
  );
}
