import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { useSessionEnded } from '../../ui/session/session-state.ts';
import { useSession } from '../../ui/session/use-session.ts';
import { PageError } from '../../ui/state/PageError.tsx';
import { OpeningPage } from '../app/opening-page.tsx';
import { Shell } from '../app/shell.tsx';
import { MeContext } from './me-context.ts';

const SignInAgain = lazy(async () => ({
  default: (await import('../../ui/session/SignInAgain.tsx')).SignInAgain,
}));

/** Everything that needs a session. A session that ends meanwhile is renewed on top of the page, which stays. */
export function SignedInArea() {
  const { t } = useTranslation('portal');
  const session = useSession();
  const ended = useSessionEnded();
  const { pathname, search } = useLocation();
  if (session.isPending) {
    return <OpeningPage />;
  }
  if (session.isError) {
    return <PageError message={t('shell.offline.hint')} onRetry={() => void session.refetch()} />;
  }
  if (session.data === null || session.data === undefined) {
    return <Navigate to="/sign-in" replace state={{ from: `${pathname}${search}` }} />;
  }
  return (
    <MeContext.Provider value={session.data}>
      <Shell />
      {ended && (
        <Suspense>
          <SignInAgain me={session.data} hint={t('session.againHint')} home="/" />
        </Suspense>
      )}
    </MeContext.Provider>
  );
}
