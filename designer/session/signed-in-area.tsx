import { SignInAgain } from '@oneplan/runtime/ui/session/SignInAgain.tsx';
import { useSessionEnded } from '@oneplan/runtime/ui/session/session-state.ts';
import { useSession } from '@oneplan/runtime/ui/session/use-session.ts';
import { PageError } from '@oneplan/runtime/ui/state/PageError.tsx';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { OpeningPage } from '../app/opening-page.tsx';
import { MeContext } from './me-context.ts';
import { NotADesignerPage } from './not-a-designer-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** Everything that needs a session. A session that ends meanwhile is renewed on top of the page, which stays. */
export function SignedInArea() {
  const { t } = useTranslation('designer');
  const session = useSession();
  const ended = useSessionEnded();
  if (session.isPending) return <OpeningPage />;
  if (session.isError)
    return <PageError message={t('shell.offline.hint')} onRetry={() => void session.refetch()} />;
  const me = session.data;
  if (me === null) return <SignInPage />;
  return (
    <MeContext.Provider value={me}>
      {me.permissions.includes('plan.read') ? <Outlet /> : <NotADesignerPage />}
      {ended && <SignInAgain me={me} hint={t('session.againHint')} home="/designer/" keepAnswers />}
    </MeContext.Provider>
  );
}
