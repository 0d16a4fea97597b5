import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import { ManyField, NameField, SwitchField, TextField } from '../editing/fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';

/** 结构: the dimensions under which a plan evaluates, and the parts that it consists of. */
export function StructurePage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('settings.structure.title')} hint={t('settings.structure.hint')}>
      <section aria-labelledby="de-dimensions">
        <h2 id="de-dimensions">{t('settings.dimensions.title')}</h2>
        <Dimensions />
      </section>
      <section aria-labelledby="de-parts">
        <h2 id="de-parts">{t('settings.parts.title')}</h2>
        <Parts />
      </section>
    </ManifestEditor>
  );
}

function Dimensions() {
  const { t } = useTranslation('designer');
  return (
    <EntryEditor
      list="dimensions"
      nameOf={({ name }) => name}
      fresh={(_, key) => ({
        key,
        code: t('settings.dimensions.newCode'),
        name: t('settings.dimensions.new'),
      })}
    >
      {(dimension, set) => (
        <div className="de-fields">
          <NameField value={dimension.name} onChange={(name) => set({ name })} />
          <TextField
            label={t('settings.dimensions.code')}
            property="code"
            max={4}
            value={dimension.code}
            onChange={(code) => set({ code })}
          />
        </div>
      )}
    </EntryEditor>
  );
}

function Parts() {
  const { t } = useTranslation('designer');
  const { manifest } = useManifestDraft();
  return (
    <EntryEditor
      list="parts"
      nameOf={({ name }) => name}
      fresh={(_, key) => ({ key, name: t('settings.parts.new'), evaluated: false, dimensions: [] })}
    >
      {(part, set) => (
        <div className="de-fields">
          <NameField value={part.name} onChange={(name) => set({ name })} />
          <SwitchField
            label={t('settings.parts.evaluated')}
            property="evaluated"
            hint={t('settings.parts.evaluatedHint')}
            value={part.evaluated}
            onChange={(evaluated) => set({ evaluated })}
          />
          <ManyField
            label={t('settings.dimensions.title')}
            property="dimensions"
            value={part.dimensions}
            choices={manifest.dimensions.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(dimensions) => set({ dimensions: [...dimensions] })}
          />
        </div>
      )}
    </EntryEditor>
  );
}
