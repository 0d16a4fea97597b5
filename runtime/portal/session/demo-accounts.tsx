import { useTranslation } from 'react-i18next';
import { roles } from '../../contracts/roles.ts';
import { getHealth } from '../../ui/api/health.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';

interface DemoAccountsProps {
  readonly onPick: (account: { username: string; password: string }) => void;
}

/** The demo’s accounts, to be tried with one press; nothing unless the server says that it is a demo. */
export function DemoAccounts({ onPick }: DemoAccountsProps) {
  const { t } = useTranslation('portal');
  const { data } = useAnswer(getHealth, {}, { staleTime: Number.POSITIVE_INFINITY });
  if (data?.demo !== true || data.accounts.length === 0) {
    return null;
  }
  const passwords = [...new Set(data.accounts.map((account) => account.password))];
  const roleName = (role: string) => (isRole(role) ? t(`shell.role.${role}`) : role);
  return (
    <section className="po-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('session.demo.title')}</h2>
      <p className="po-muted">
        {t('session.demo.hint')}
        {passwords.length === 1 && ` ${t('session.demo.password', { password: passwords[0] })}`}
      </p>
      <ul>
        {data.accounts.map((account) => (
          <li key={account.username}>
            <button
              type="button"
              onClick={() => onPick({ username: account.username, password: account.password })}
            >
              <strong>{account.name}</strong>
              <span>
                {roleName(account.role)} {account.orgUnitName}
              </span>
              <code>
                {passwords.length === 1 ? account.username : `${account.username} / ${account.password}`}
              </code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isRole(value: string): value is (typeof roles)[number] {
  return (roles as readonly string[]).includes(value);
}
