import { LanguageSwitch } from '@oneplan/runtime/ui/i18n/LanguageSwitch.tsx';
import { SignInForm } from '@oneplan/runtime/ui/session/SignInForm.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../app/use-document-title.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import './sign-in.css';

/** Stands in place of any page while nobody is signed in; the page appears as soon as somebody is. */
export function SignInPage() {
  const { t } = useTranslation('designer');
  useDocumentTitle(t('session.title'));
  const [suggestion, setSuggestion] = useState<{ username: string; password: string }>();
  return (
    <main className="de-sign-in">
      <div className="de-sign-in-box">
        <p className="de-sign-in-brand">
          <strong>{t('shell.product')}</strong>
          <span>{t('session.welcome')}</span>
        </p>
        <section className="de-card" aria-labelledby="de-sign-in-title">
          <h1 id="de-sign-in-title">{t('session.title')}</h1>
          <SignInForm suggestion={suggestion} keepAnswers />
        </section>
        <DemoAccounts onPick={setSuggestion} />
        <footer>
          <LanguageSwitch />
        </footer>
      </div>
    </main>
  );
}
