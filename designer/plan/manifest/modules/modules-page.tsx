import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import { DateField, ManyField, NameField, SwitchField, TextField } from '../editing/fields.tsx';
import { LockFields } from '../editing/lock-fields.tsx';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import { useChoices } from '../editing/use-choices.ts';
import { filled } from '../editing/with-patch.ts';

/** 模块: parts of the platform that a layer may switch on, now or from a day. */
export function ModulesPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('settings.modules.title')} hint={t('settings.modules.hint')}>
      <Modules />
    </ManifestEditor>
  );
}

function Modules() {
  const { t } = useTranslation('designer');
  const choices = useChoices();
  return (
    <EntryEditor
      list="modules"
      nameOf={({ name }) => name}
      fresh={(_, key) => ({ key, name: t('settings.modules.new'), enabled: false })}
    >
      {(entry, set) => (
        <>
          <div className="de-fields">
            <SwitchField
              label={t('settings.modules.enabled')}
              property="enabled"
              value={entry.enabled}
              onChange={(enabled) => set({ enabled })}
            />
            <DateField
              label={t('settings.modules.from')}
              property="from"
              hint={t('settings.modules.fromHint')}
              value={entry.from}
              onChange={(from) => set({ from })}
            />
            <NameField value={entry.name} onChange={(name) => set({ name })} />
          </div>
          <TextField
            label={t('settings.description')}
            property="description"
            lines={2}
            max={300}
            value={entry.description ?? ''}
            onChange={(text) => set({ description: text === '' ? undefined : text })}
          />
          <ManyField
            label={t('settings.modules.forms')}
            property="forms"
            value={entry.forms ?? []}
            choices={choices.forms}
            onChange={(forms) => set({ forms: filled(forms) })}
          />
          <ManyField
            label={t('settings.modules.processes')}
            property="processes"
            value={entry.processes ?? []}
            choices={choices.processes}
            onChange={(processes) => set({ processes: filled(processes) })}
          />
          <LockFields lock={entry.lock} onChange={(lock) => set({ lock })} />
        </>
      )}
    </EntryEditor>
  );
}
