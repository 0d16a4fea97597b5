import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import type { EntryOf } from '../editing/entry-lists.ts';
import { ChoiceField, ManyField, NameField } from '../editing/fields.tsx';
import { LockFields } from '../editing/lock-fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import { rolesAmong, useChoices } from '../editing/use-choices.ts';
import type { Patch } from '../editing/with-patch.ts';
import { ViewColumns } from './view-columns.tsx';
import { ViewFilters } from './view-filters.tsx';
import { sourceOf, sourceText } from './view-source.ts';

/** 列表: which records or tasks are listed, in which columns, for whom. */
export function ViewsPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('settings.views.title')} hint={t('settings.views.hint')}>
      <EntryEditor
        list="views"
        nameOf={({ name }) => name}
        fresh={({ records, roles }, key) => {
          const [record] = records;
          const [role] = roles;
          if (!record || !role) return null;
          return {
            key,
            name: t('settings.views.new'),
            of: { record: record.form },
            columns: [{ field: 'student' }, { field: 'state' }],
            audience: [role.key],
          };
        }}
      >
        {(view, set) => <View view={view} set={set} />}
      </EntryEditor>
    </ManifestEditor>
  );
}

interface ViewProps {
  readonly view: EntryOf['views'];
  readonly set: (patch: Patch<EntryOf['views']>) => void;
}

function View({ view, set }: ViewProps) {
  const { t } = useTranslation('designer');
  const { manifest } = useManifestDraft();
  const choices = useChoices();
  const recorded = new Set(manifest.records.map(({ form }) => form));
  const sources = [
    ...choices.forms
      .filter(({ value }) => recorded.has(value))
      .map(({ value, label }) => ({
        value: `record:${value}`,
        label: t('settings.views.ofRecord', { name: label }),
      })),
    ...choices.processes.map(({ value, label }) => ({
      value: `process:${value}`,
      label: t('settings.views.ofProcess', { name: label }),
    })),
  ];
  return (
    <>
      <div className="de-fields">
        <NameField value={view.name} onChange={(name) => set({ name })} />
        <ChoiceField
          label={t('settings.views.of')}
          property="of"
          value={sourceText(view)}
          choices={sources}
          onChange={(next) => next !== undefined && set({ of: sourceOf(next) })}
        />
      </div>
      <ManyField
        label={t('settings.views.audience')}
        property="audience"
        value={view.audience}
        choices={choices.roles}
        onChange={(next) => next.length > 0 && set({ audience: rolesAmong(next) })}
      />
      <ViewColumns view={view} onChange={(columns) => set({ columns })} />
      <ViewFilters view={view} onChange={(filters) => set({ filters })} />
      <LockFields lock={view.lock} onChange={(lock) => set({ lock })} />
    </>
  );
}
