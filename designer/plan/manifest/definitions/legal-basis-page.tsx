import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import type { EntryOf } from '../editing/entry-lists.ts';
import { DateField, TextField } from '../editing/fields.tsx';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import type { Patch } from '../editing/with-patch.ts';

/** 依据文件: the documents that the plan’s rules rest on. */
export function LegalBasisPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('settings.legalBasis.title')} hint={t('settings.legalBasis.hint')}>
      <EntryEditor
        list="legalBasis"
        nameOf={({ title }) => title}
        fresh={(_, id) => ({
          id,
          number: t('settings.legalBasis.noNumber'),
          title: t('settings.legalBasis.new'),
        })}
      >
        {(document, set) => <Document document={document} set={set} />}
      </EntryEditor>
    </ManifestEditor>
  );
}

interface DocumentProps {
  readonly document: EntryOf['legalBasis'];
  readonly set: (patch: Patch<EntryOf['legalBasis']>) => void;
}

function Document({ document, set }: DocumentProps) {
  const { t } = useTranslation('designer');
  return (
    <div className="de-fields">
      <TextField
        label={t('manifest.basis.column.title')}
        property="title"
        max={120}
        value={document.title}
        onChange={(title) => set({ title })}
      />
      <TextField
        label={t('manifest.basis.column.number')}
        property="number"
        max={60}
        value={document.number}
        onChange={(number) => set({ number })}
      />
      <TextField
        label={t('manifest.basis.column.issuer')}
        property="issuer"
        max={60}
        value={document.issuer ?? ''}
        onChange={(issuer) => set({ issuer: issuer === '' ? undefined : issuer })}
      />
      <DateField
        label={t('manifest.basis.column.date')}
        property="date"
        value={document.date}
        onChange={(date) => set({ date })}
      />
    </div>
  );
}
