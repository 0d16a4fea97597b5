import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { listTasks } from '../../contracts/api/tasks.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { useMe } from '../session/me-context.ts';
import { noteArrival } from './arrival.ts';
import { placeOf, railPlaces, tabPlaces } from './navigation.ts';
import { OfflineBar } from './offline-bar.tsx';
import { PlaceLink } from './place-link.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame of a signed-in person: top bar, bottom tabs on phones, side rail on desktops, the page between. */
export function Shell() {
  const { t } = useTranslation('portal');
  const me = useMe();
  const { pathname } = useLocation();
  const navigation = useNavigation();
  const here = placeOf(pathname);
  const seen = useRef(pathname);
  if (seen.current !== pathname) {
    seen.current = pathname;
    noteArrival();
  }
  const mayList = me.permissions.includes('task.list');
  const inbox = useAnswer(
    listTasks,
    { query: { limit: 1 } },
    { enabled: mayList, refetchInterval: 60_000, staleTime: 15_000 },
  );
  const countOf = (place: string) => (place === 'inbox' ? (inbox.data?.counts.all ?? 0) : 0);

  useEffect(() => {
    document.body.dataset.busy = String(navigation.state !== 'idle');
  }, [navigation.state]);

  return (
    <div className="po-shell">
      <a className="po-skip" href="#main">
        {t('shell.skipToContent')}
      </a>
      <TopBar />
      <OfflineBar />
      <nav className="po-rail" aria-label={t('shell.mainNavigation')}>
        {railPlaces(me).map((place) => (
          <PlaceLink key={place} place={place} current={place === here} count={countOf(place)} />
        ))}
      </nav>
      <main id="main" className="po-main" tabIndex={-1}>
        <Outlet />
      </main>
      <nav className="po-tabs" aria-label={t('shell.mainNavigation')}>
        {tabPlaces(me).map((place) => (
          <PlaceLink key={place} place={place} current={place === here} count={countOf(place)} />
        ))}
      </nav>
    </div>
  );
}
