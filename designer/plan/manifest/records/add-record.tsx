import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { freshRecord } from './fresh-record.ts';

/** The forms of the plan that begin no flow yet. */
export function AddRecord() {
  const { t } = useTranslation('designer');
  const { manifest, forms, readOnly, locks, change } = useManifestDraft();
  const taken = new Set(manifest.records.map(({ form }) => form));
  const offered = manifest.forms.filter(({ key }) => !taken.has(key));
  const [process] = manifest.processes;
  if (readOnly || offered.length === 0 || !process || !locks.mayAdd('records', 'record')) return null;
  const add = (form: string | null) => {
    if (form === null) return;
    const added = freshRecord(form, process.key, [...(forms.get(form)?.components.values() ?? [])]);
    change(null, (it) => ({ ...it, records: [...it.records, added] }));
  };
  return (
    <div className="de-toolbar">
      <Select
        aria-label={t('settings.records.add')}
        placeholder={t('settings.records.add')}
        value={null}
        popupMatchSelectWidth={false}
        options={offered.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={add}
      />
    </div>
  );
}
