import { viewFields } from '@oneplan/runtime/plan/entries/view.ts';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EntryOf } from '../editing/entry-lists.ts';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { MoveButtons, RemoveButton, RowsTable } from '../editing/rows-table.tsx';
import { moved, withItem } from '../editing/with-patch.ts';
import { useColumnChoices } from './use-column-choices.ts';
import { columnText } from './view-source.ts';

type Columns = EntryOf['views']['columns'];

interface ViewColumnsProps {
  readonly view: EntryOf['views'];
  readonly onChange: (columns: Columns) => void;
}

/** The columns of a view in their order. */
export function ViewColumns({ view, onChange }: ViewColumnsProps) {
  const { t } = useTranslation('designer');
  const draft = useManifestDraft();
  const choices = useColumnChoices(view);
  const { columns } = view;
  const isFixed = draft.isFixed(`view:${view.key}`, 'columns');
  const nameOf = (column: Columns[number]) => {
    const text = columnText(column);
    return column.heading ?? choices.find(({ value }) => value === text)?.label ?? text;
  };
  const taken = new Set(columns.map(columnText));
  const next = choices.find(({ value }) => !taken.has(value));
  const add = () => next && onChange([...columns, columnOf(next.value)]);
  const mayAdd = !isFixed && next !== undefined && columns.length < 20;
  return (
    <RowsTable
      title={t('settings.views.columns')}
      columns={[t('settings.views.column'), t('settings.views.headingOf')]}
      add={mayAdd ? { label: t('settings.views.addColumn'), onPress: add } : undefined}
    >
      {columns.map((column, index) => (
        <tr key={columnText(column)}>
          <td>
            <Select
              className="de-seat-role"
              aria-label={`${t('settings.views.column')} ${index + 1}`}
              value={columnText(column)}
              disabled={isFixed}
              options={choices.filter((it) => it.value === columnText(column) || !taken.has(it.value))}
              onChange={(text) =>
                onChange(columns.map((it, at) => (at === index ? columnOf(text, it.heading) : it)))
              }
            />
          </td>
          <td>
            <Input
              aria-label={`${nameOf(column)} ${t('settings.views.headingOf')}`}
              value={column.heading ?? ''}
              maxLength={40}
              disabled={isFixed}
              onChange={({ target: { value } }) =>
                onChange(withItem(columns, index, { heading: value === '' ? undefined : value }))
              }
            />
          </td>
          <td className="de-nowrap">
            <MoveButtons
              name={nameOf(column)}
              index={index}
              count={columns.length}
              disabled={isFixed}
              onMove={(by) => onChange(moved(columns, index, by))}
            />
            <RemoveButton
              name={nameOf(column)}
              disabled={isFixed || columns.length === 1}
              onPress={() => onChange(columns.filter((_, at) => at !== index))}
            />
          </td>
        </tr>
      ))}
    </RowsTable>
  );
}

function columnOf(text: string, heading?: string): Columns[number] {
  const field = viewFields.find((it) => text === `field:${it}`);
  const head = heading === undefined ? {} : { heading };
  return field ? { field, ...head } : { component: text.slice('component:'.length), ...head };
}
