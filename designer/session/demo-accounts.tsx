import { getHealth } from '@oneplan/runtime/ui/api/health.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useTranslation } from 'react-i18next';

interface DemoAccountsProps {
  readonly onPick: (account: { username: string; password: string }) => void;
}

const designing = ['city-admin', 'district-admin', 'school-admin', 'principal'];

/** The demo’s accounts that have something to do here; nothing unless the server says that it is a demo. */
export function DemoAccounts({ onPick }: DemoAccountsProps) {
  const { t } = useTranslation('designer');
  const { data } = useAnswer(getHealth, {}, { staleTime: Number.POSITIVE_INFINITY });
  const accounts = (data?.accounts ?? [])
    .filter(({ role }) => designing.includes(role))
    .sort((a, b) => designing.indexOf(a.role) - designing.indexOf(b.role));
  if (data?.demo !== true || accounts.length === 0) return null;
  const passwords = [...new Set(accounts.map(({ password }) => password))];
  return (
    <section className="de-demo" aria-labelledby="de-demo-title">
      <h2 id="de-demo-title">{t('session.demo.title')}</h2>
      <p className="de-muted">
        {t('session.demo.hint')}
        {passwords.length === 1 && ` ${t('session.demo.password', { password: passwords[0] })}`}
      </p>
      <ul>
        {accounts.map(({ username, password, name, role, orgUnitName }) => (
          <li key={username}>
            <button type="button" onClick={() => onPick({ username, password })}>
              <strong>{name}</strong>
              <span>
                {t(`session.role.${role}`)} {orgUnitName}
              </span>
              <code>{passwords.length === 1 ? username : `${username} / ${password}`}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
