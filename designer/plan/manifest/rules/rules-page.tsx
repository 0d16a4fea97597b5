import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import { NameField, TextField } from '../editing/fields.tsx';
import { LockFields } from '../editing/lock-fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import { freshRule } from './fresh-rule.ts';
import { RuleBuilder } from './rule-builder.tsx';

/** 规则: rules of the plan as a whole, e.g. who passes. */
export function RulesPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('settings.rules.title')} hint={t('settings.rules.hint')}>
      <Rules />
    </ManifestEditor>
  );
}

function Rules() {
  const { t } = useTranslation('designer');
  const { isFixed } = useManifestDraft();
  return (
    <EntryEditor
      list="rules"
      nameOf={({ name }) => name}
      fresh={(_, key) => ({ key, name: t('settings.rules.new'), rule: freshRule })}
    >
      {(entry, set) => (
        <>
          <NameField value={entry.name} onChange={(name) => set({ name })} />
          <TextField
            label={t('settings.description')}
            property="description"
            lines={2}
            max={500}
            value={entry.description ?? ''}
            onChange={(text) => set({ description: text === '' ? undefined : text })}
          />
          <RuleBuilder
            rule={entry.rule}
            disabled={isFixed(`rule:${entry.key}`, 'rule')}
            onChange={(rule) => set({ rule })}
          />
          <LockFields lock={entry.lock} onChange={(lock) => set({ lock })} />
        </>
      )}
    </EntryEditor>
  );
}
