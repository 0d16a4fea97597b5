import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMe } from '../session/me-context.ts';
import { hasRole } from '../session/own-units.ts';

/** The pages of 运行: what failed, the flows themselves, starting for many, moving to another version. */
export function OperationsTabs() {
  const { t } = useTranslation('portal');
  const me = useMe();
  const tabs = [
    { to: '/operations', name: t('operations.tabs.watch') },
    { to: '/operations/instances', name: t('operations.tabs.instances') },
    { to: '/operations/launches', name: t('operations.tabs.launches') },
    // Versions of a plan belong to an authority.
    ...(hasRole(me, 'city-admin', 'district-admin')
      ? [{ to: '/operations/migration', name: t('operations.tabs.migration') }]
      : []),
  ];
  return (
    <nav className="po-op-tabs" aria-label={t('operations.tabs.label')}>
      {tabs.map(({ to, name }) => (
        <NavLink key={to} to={to} end>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
