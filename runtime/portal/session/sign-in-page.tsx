import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { LanguageSwitch } from '../../ui/i18n/LanguageSwitch.tsx';
import { SignInForm } from '../../ui/session/SignInForm.tsx';
import { useSession } from '../../ui/session/use-session.ts';
import { Page } from '../app/page.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import './sign-in.css';

export function SignInPage() {
  const { t } = useTranslation('portal');
  const session = useSession();
  const navigate = useNavigate();
  const target = cameFrom(useLocation().state);
  const [suggestion, setSuggestion] = useState<{ username: string; password: string }>();
  if (session.data) {
    return <Navigate to={target} replace />;
  }
  return (
    <main className="po-sign-in">
      <div className="po-sign-in-box">
        <p className="po-sign-in-brand">
          <strong>{t('shell.product')}</strong>
          <span>{t('session.welcome')}</span>
        </p>
        <Page title={t('session.title')} width="full">
          <SignInForm suggestion={suggestion} onSignedIn={() => void navigate(target, { replace: true })} />
          <p className="po-muted po-gap-top">{t('session.forgotten')}</p>
        </Page>
        <DemoAccounts onPick={setSuggestion} />
        <footer>
          <LanguageSwitch />
        </footer>
      </div>
    </main>
  );
}

/** The page that asked for a sign-in; only addresses of this portal. */
function cameFrom(state: unknown): string {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : null;
  return typeof from === 'string' && /^\/(?![/\\])/.test(from) && !from.startsWith('/sign-in') ? from : '/';
}
