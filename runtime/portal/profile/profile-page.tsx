import { useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signOut } from '../../contracts/api/session.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { isProblem } from '../../ui/api/api-problem.ts';
import { LanguageSwitch } from '../../ui/i18n/LanguageSwitch.tsx';
import { chooseTheme, type ThemePreference, useThemePreference } from '../../ui/theme/theme-preference.ts';
import { FormAlert } from '../app/form-alert.tsx';
import { addressOf, railPlaces, tabPlaces } from '../app/navigation.ts';
import { Page } from '../app/page.tsx';
import { useProblemText } from '../app/problem-words.ts';
import { useMe } from '../session/me-context.ts';
import { PasswordForm } from './password-form.tsx';
import './profile.css';

const themes: readonly ThemePreference[] = ['system', 'light', 'dark'];

/** 我的: who one is here, language, appearance, password, and the way out. */
export function ProfilePage() {
  const { t } = useTranslation('portal');
  const { t: ui } = useTranslation('ui');
  const me = useMe();
  const api = useApi();
  const queries = useQueryClient();
  const textOf = useProblemText();
  const theme = useThemePreference();
  const [failure, setFailure] = useState<string | null>(null);

  const leave = async () => {
    try {
      await api.call(signOut);
    } catch (error) {
      if (!isProblem(error, 'not-signed-in')) {
        setFailure(textOf(error));
        return;
      }
    }
    // Nothing of this person stays in the page for the next one at this device.
    queries.clear();
    location.assign('/sign-in');
  };

  const tabs = tabPlaces(me);
  const further = railPlaces(me).filter((place) => !tabs.includes(place));
  return (
    <Page title={t('profile.title')} width="narrow">
      <section className="po-section" aria-labelledby="account-title">
        <h2 id="account-title">{t('profile.account')}</h2>
        <dl className="po-fields">
          <div>
            <dt>{t('profile.name')}</dt>
            <dd>{me.user.name}</dd>
          </div>
          <div>
            <dt>{t('profile.username')}</dt>
            <dd>{me.user.username}</dd>
          </div>
          {me.memberships.length > 0 && (
            <div>
              <dt>{t('profile.duties')}</dt>
              <dd>
                {me.memberships.map(({ role, orgUnit }) => (
                  <p key={`${role} ${orgUnit.id}`}>
                    {t(`shell.role.${role}`)} · {orgUnit.name}
                  </p>
                ))}
              </dd>
            </div>
          )}
          {me.children.length > 0 && (
            <div>
              <dt>{t('profile.children')}</dt>
              <dd>
                {me.children.map((child) => (
                  <p key={child.id}>
                    {child.name} · {child.schoolName} {child.className}
                  </p>
                ))}
              </dd>
            </div>
          )}
        </dl>
      </section>
      {further.length > 0 && (
        <nav className="po-section po-profile-links" aria-label={t('profile.links')}>
          {further.map((place) =>
            place === 'designer' ? (
              <a key={place} href={addressOf[place]}>
                {t(`shell.nav.${place}`)}
              </a>
            ) : (
              <Link key={place} to={addressOf[place]}>
                {t(`shell.nav.${place}`)}
              </Link>
            ),
          )}
        </nav>
      )}
      <section className="po-section" aria-labelledby="display-title">
        <h2 id="display-title">{t('profile.display')}</h2>
        <div className="po-profile-switches">
          <LanguageSwitch />
          <Segmented<ThemePreference>
            aria-label={ui('theme.label')}
            value={theme}
            options={themes.map((one) => ({ value: one, label: ui(`theme.${one}`) }))}
            onChange={chooseTheme}
          />
        </div>
      </section>
      <PasswordForm />
      <section className="po-section">
        <FormAlert failure={failure} />
        <Button size="large" block onClick={() => void leave()}>
          {t('profile.signOut')}
        </Button>
      </section>
    </Page>
  );
}
