import { BellOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listNotifications } from '../../contracts/api/publicity.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { useMe } from '../session/me-context.ts';
import { personPlace } from './person-place.ts';

/** Who is here and from where, and the bell. */
export function TopBar() {
  const { t } = useTranslation('portal');
  const me = useMe();
  const { data } = useAnswer(listNotifications, {}, { refetchInterval: 60_000, staleTime: 30_000 });
  const unread = data?.unread ?? 0;
  const place = personPlace(me, (role) => t(`shell.role.${role}`));
  return (
    <header className="po-top">
      <Link to="/" className="po-brand">
        {t('shell.product')}
      </Link>
      <p className="po-person">
        <span className="po-person-place">{place}</span>
        <strong>{me.user.name}</strong>
      </p>
      <Link to="/notifications" className="po-bell" aria-label={bellName(unread, t)}>
        <BellOutlined aria-hidden />
        {unread > 0 && (
          <span className="po-count" aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </Link>
    </header>
  );
}

function bellName(unread: number, t: (key: string, values?: Record<string, unknown>) => string): string {
  const name = t('shell.nav.notifications');
  return unread === 0 ? name : `${name} ${t('shell.unread', { count: unread })}`;
}
