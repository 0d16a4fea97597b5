import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import type { EntryOf } from '../editing/entry-lists.ts';
import { ChoiceField, ManyField } from '../editing/fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import { rolesAmong, useChoices } from '../editing/use-choices.ts';
import type { Patch } from '../editing/with-patch.ts';
import { AddRecord } from './add-record.tsx';
import { RecordStates } from './record-states.tsx';

/** 记录: which form begins which flow, who fills it, and under what it stands in lists. */
export function RecordsPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('settings.records.title')} hint={t('settings.records.hint')}>
      <AddRecord />
      <Records />
    </ManifestEditor>
  );
}

function Records() {
  const { manifest } = useManifestDraft();
  const nameOf = ({ form }: EntryOf['records']) =>
    manifest.forms.find(({ key }) => key === form)?.name ?? form;
  return (
    <EntryEditor list="records" nameOf={nameOf}>
      {(record, set) => <Record record={record} set={set} />}
    </EntryEditor>
  );
}

interface RecordProps {
  readonly record: EntryOf['records'];
  readonly set: (patch: Patch<EntryOf['records']>) => void;
}

/** Most fields of a record that a list shows beside its title. */
const mostInLists = 4;

function Record({ record, set }: RecordProps) {
  const { t } = useTranslation('designer');
  const { forms } = useManifestDraft();
  const choices = useChoices();
  const components = [...(forms.get(record.form)?.components.values() ?? [])].map(({ path, label }) => ({
    value: path,
    label,
  }));
  const own = (list: readonly string[] | '*') => (list === '*' ? components.map(({ value }) => value) : list);
  const all = (list: readonly string[]) => (list.length === components.length ? ('*' as const) : [...list]);
  return (
    <>
      <div className="de-fields">
        <ChoiceField
          label={t('settings.records.process')}
          property="process"
          value={record.process}
          choices={choices.processes}
          onChange={(process) => set({ process: process ?? record.process })}
        />
        <ManyField
          label={t('settings.records.createdBy')}
          property="createdBy"
          value={record.createdBy}
          choices={choices.roles}
          onChange={(next) => set({ createdBy: rolesAmong(next.length === 0 ? record.createdBy : next) })}
        />
        <ChoiceField
          label={t('settings.records.name')}
          property="title"
          hint={t('settings.records.nameHint')}
          value={record.title}
          choices={components}
          onChange={(title) => set({ title: title ?? record.title })}
        />
        <ManyField
          label={t('settings.records.summary')}
          property="summary"
          value={record.summary}
          choices={components}
          onChange={(summary) => set({ summary: summary.slice(0, mostInLists) })}
        />
        <ManyField
          label={t('settings.records.filled')}
          property="permission"
          hint={t('settings.records.filledHint')}
          value={own(record.permission.editable)}
          choices={components}
          onChange={(next) => set({ permission: { readable: all(next), editable: all(next) } })}
        />
      </div>
      <RecordStates process={record.process} />
    </>
  );
}
