import { roles } from '@oneplan/runtime/contracts/roles.ts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import { NameField, OneOfField } from '../editing/fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import { scopeOfRole, scopesOfRole } from './role-scopes.ts';

/** 角色: who may be given a task, and whose affairs they see. */
export function RolesPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('manifest.roles.title')} hint={t('manifest.roles.hint')}>
      <AddRole />
      <EntryEditor list="roles" nameOf={({ name }) => name}>
        {(role, set) => (
          <div className="de-fields">
            <NameField value={role.name} onChange={(name) => set({ name })} />
            <OneOfField
              label={t('manifest.roles.column.scope')}
              property="scope"
              value={role.scope}
              of={scopesOfRole(role.key)}
              word={(scope) => t(`manifest.roles.scope.${scope}`)}
              onChange={(scope) => set({ scope })}
            />
          </div>
        )}
      </EntryEditor>
    </ManifestEditor>
  );
}

/** The roles that the platform knows and the plan does not use yet. */
function AddRole() {
  const { t } = useTranslation('designer');
  const { manifest, readOnly, locks, change } = useManifestDraft();
  const used = new Set(manifest.roles.map(({ key }) => key));
  const offered = roles.filter((role) => !used.has(role));
  if (readOnly || offered.length === 0 || !locks.mayAdd('roles', 'role')) return null;
  return (
    <div className="de-toolbar">
      <Select
        aria-label={t('settings.roles.add')}
        placeholder={t('settings.roles.add')}
        value={null}
        popupMatchSelectWidth={false}
        options={offered.map((role) => ({ value: role, label: t(`session.role.${role}`) }))}
        onChange={(key: (typeof offered)[number] | null) => {
          if (key === null) return;
          const added = { key, name: t(`session.role.${key}`), scope: scopeOfRole(key) };
          change(null, (it) => ({ ...it, roles: [...it.roles, added] }));
        }}
      />
    </div>
  );
}
