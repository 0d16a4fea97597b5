import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '../../../app/number-input.tsx';
import { type EntryOf, freeKey } from '../editing/entry-lists.ts';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { RemoveButton, RowsTable } from '../editing/rows-table.tsx';
import { filled, type Patch, withItem } from '../editing/with-patch.ts';

type Exceptions = NonNullable<EntryOf['windows']['exceptions']>;

interface WindowExceptionsProps {
  readonly window: EntryOf['windows'];
  readonly onChange: (exceptions: Exceptions | undefined) => void;
}

/** Other weeks for some schools, inside the same frame. */
export function WindowExceptions({ window, onChange }: WindowExceptionsProps) {
  const { t } = useTranslation('designer');
  const { readOnly } = useManifestDraft();
  const { exceptions = [], weeks } = window;
  const set = (index: number, patch: Patch<Exceptions[number]>) =>
    onChange(withItem(exceptions, index, patch));
  const add = () =>
    onChange([
      ...exceptions,
      {
        key: freeKey(exceptions, 'schools'),
        name: t('settings.windows.newException'),
        weeks: { ...weeks },
      },
    ]);
  return (
    <RowsTable
      title={t('settings.windows.exceptions')}
      columns={[t('settings.name'), t('settings.windows.from'), t('settings.windows.to')]}
      add={readOnly ? undefined : { label: t('settings.windows.addException'), onPress: add }}
    >
      {exceptions.map((it, index) => (
        <tr key={it.key}>
          <td>
            <Input
              aria-label={`${it.name} ${t('settings.name')}`}
              value={it.name}
              maxLength={60}
              disabled={readOnly}
              onChange={(event) => set(index, { name: event.target.value })}
            />
          </td>
          {(['from', 'to'] as const).map((end) => (
            <td key={end}>
              <NumberInput
                aria-label={`${it.name} ${t(`settings.windows.${end}`)}`}
                min={1}
                max={30}
                precision={0}
                value={it.weeks[end]}
                disabled={readOnly}
                onChange={(week) => set(index, { weeks: { ...it.weeks, [end]: week ?? it.weeks[end] } })}
              />
            </td>
          ))}
          <td>
            <RemoveButton
              name={it.name}
              disabled={readOnly}
              onPress={() => onChange(filled(exceptions.filter((_, at) => at !== index)))}
            />
          </td>
        </tr>
      ))}
    </RowsTable>
  );
}
