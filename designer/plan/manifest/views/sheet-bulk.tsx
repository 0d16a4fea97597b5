import { useTranslation } from 'react-i18next';
import type { EntryOf } from '../editing/entry-lists.ts';
import { ChoiceField } from '../editing/fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { withPatch } from '../editing/with-patch.ts';

type Bulk = EntryOf['sheets']['bulk'];

interface SheetBulkProps {
  readonly sheet: EntryOf['sheets'];
  readonly onChange: (bulk: Bulk) => void;
}

/** The value that fills a whole column at once, for columns that have values to choose among. */
export function SheetBulk({ sheet, onChange }: SheetBulkProps) {
  const { t } = useTranslation('designer');
  const { manifest, forms } = useManifestDraft();
  const { bulk = {} } = sheet;
  const ofIndicators = (manifest.indicators ?? [])
    .filter(({ code }) => sheet.indicators?.includes(code))
    .map(({ code, text, values = [] }) => ({
      column: code,
      label: `${code} ${text}`,
      choices: values.map(({ value, name }) => ({ value, label: name })),
    }));
  const components = forms.get(sheet.form ?? '')?.components;
  const ofForm = (sheet.columns ?? []).flatMap((column) => {
    const component = components?.get(column);
    if (component === undefined) return [];
    const choices = component.values.map((value) => ({ value, label: value }));
    return [{ column, label: component.label, choices }];
  });
  const columns = [...ofIndicators, ...ofForm].filter(({ choices }) => choices.length > 0);
  if (columns.length === 0) return null;
  return (
    <fieldset className="de-fieldset">
      <legend>{t('settings.sheets.bulk')}</legend>
      <p className="de-muted">{t('settings.sheets.bulkHint')}</p>
      {columns.map(({ column, label, choices }) => (
        <ChoiceField
          key={column}
          label={label}
          property="bulk"
          optional
          value={bulk[column]}
          choices={choices}
          onChange={(value) => {
            const next = withPatch(bulk as Record<string, string>, { [column]: value });
            onChange(Object.keys(next).length === 0 ? undefined : next);
          }}
        />
      ))}
    </fieldset>
  );
}
