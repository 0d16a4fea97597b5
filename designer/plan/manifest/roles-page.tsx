import { useTranslation } from 'react-i18next';
import { SettingPage } from './setting-page.tsx';

/** 角色: who may be given a task, and whose affairs they see. */
export function RolesPage() {
  const { t } = useTranslation('designer');
  return (
    <SettingPage page="roles" filled={({ roles }) => roles.length > 0}>
      {({ roles }) => (
        <table className="de-table" aria-label={t('manifest.roles.title')}>
          <thead>
            <tr>
              <th scope="col">{t('manifest.roles.column.name')}</th>
              <th scope="col">{t('manifest.roles.column.scope')}</th>
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role.key}>
                <th scope="row">{role.name}</th>
                <td>{t(`manifest.roles.scope.${role.scope}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SettingPage>
  );
}
