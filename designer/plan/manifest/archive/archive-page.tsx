import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import type { EntryOf } from '../editing/entry-lists.ts';
import { TextField } from '../editing/fields.tsx';
import { LockFields } from '../editing/lock-fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import type { Patch } from '../editing/with-patch.ts';
import { FlowElementField } from '../flow-element-field.tsx';
import { useFlowElements } from '../use-flow-elements.ts';
import { RecordFields } from './record-fields.tsx';

/** Topic of the step that puts a record into the archive. */
const append = 'archive.append';

/** 档案: what goes into the pupil’s archive, and at which step of which flow. */
export function ArchivePage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('manifest.archive.title')} hint={t('manifest.archive.hint')}>
      <Sections />
    </ManifestEditor>
  );
}

function Sections() {
  const { t } = useTranslation('designer');
  const steps = useFlowElements().filter(({ topic }) => topic === append);
  return (
    <EntryEditor
      list="archive"
      nameOf={({ heading }) => heading}
      fresh={({ records, archive }, key) => {
        const step = steps.find(({ id }) => archive.every(({ element }) => element !== id)) ?? steps[0];
        const filed = records.filter(({ process }) => process === step?.process);
        if (!step || filed.length === 0) return null;
        return {
          key,
          process: step.process,
          element: step.id,
          heading: t('settings.archive.new'),
          fields: filed.map(({ form, title }) => ({ form, components: [title] })),
          attachments: [],
          lock: { class: 'LOCKED' },
        };
      }}
    >
      {(section, set) => <Section section={section} set={set} />}
    </EntryEditor>
  );
}

interface SectionProps {
  readonly section: EntryOf['archive'];
  readonly set: (patch: Patch<EntryOf['archive']>) => void;
}

function Section({ section, set }: SectionProps) {
  const { t } = useTranslation('designer');
  const { manifest } = useManifestDraft();
  const forms = manifest.records.filter(({ process }) => process === section.process).map(({ form }) => form);
  return (
    <>
      <div className="de-fields">
        <TextField
          label={t('settings.archive.heading')}
          property="heading"
          max={60}
          value={section.heading}
          onChange={(heading) => set({ heading })}
        />
        <FlowElementField
          label={t('settings.archive.element')}
          property="element"
          topic={append}
          process={section.process}
          value={section.element}
          onChange={({ process, id }) => set({ process, element: id })}
        />
      </div>
      <RecordFields
        title={t('manifest.archive.fields')}
        element={`archive:${section.key}`}
        forms={forms}
        lists={section.fields}
        among={(type) => type !== 'file'}
        onChange={(fields) => set({ fields })}
      />
      <RecordFields
        title={t('manifest.archive.attachments')}
        element={`attachments:${section.key}`}
        forms={forms}
        lists={section.attachments}
        among={(type) => type === 'file'}
        onChange={(attachments) => set({ attachments })}
      />
      <LockFields required lock={section.lock} onChange={(lock) => set({ lock: lock ?? section.lock })} />
    </>
  );
}
