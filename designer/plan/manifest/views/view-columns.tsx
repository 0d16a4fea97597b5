import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { viewFields } from '@oneplan/runtime/plan/entries/view.ts';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EntryOf } from '../editing/entry-lists.ts';
import { useManifestDraft } from '../editing/manifest-draft.ts';
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
  const { locks, readOnly } = useManifestDraft();
  const choices = useColumnChoices(view);
  const { columns } = view;
  const isFixed = readOnly || locks.ofProperty(`view:${view.key}`, 'columns')?.lock.class === 'LOCKED';
  const nameOf = (column: Columns[number]) => {
    const text = columnText(column);
    return column.heading ?? choices.find(({ value }) => value === text)?.label ?? text;
  };
  const taken = new Set(columns.map(columnText));
  const next = choices.find(({ value }) => !taken.has(value));
  return (
    <fieldset className="de-fieldset">
      <legend>{t('settings.views.columns')}</legend>
      <table className="de-table de-slim">
        <thead>
          <tr>
            <th scope="col">{t('settings.views.column')}</th>
            <th scope="col">{t('settings.views.headingOf')}</th>
            <th scope="col">{t('settings.actions')}</th>
          </tr>
        </thead>
        <tbody>
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
                <Button
                  type="text"
                  icon={<ArrowUpOutlined />}
                  disabled={isFixed || index === 0}
                  aria-label={t('settings.upNamed', { name: nameOf(column) })}
                  onClick={() => onChange(moved(columns, index, -1))}
                />
                <Button
                  type="text"
                  icon={<ArrowDownOutlined />}
                  disabled={isFixed || index === columns.length - 1}
                  aria-label={t('settings.downNamed', { name: nameOf(column) })}
                  onClick={() => onChange(moved(columns, index, 1))}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  disabled={isFixed || columns.length === 1}
                  aria-label={t('settings.removeNamed', { name: nameOf(column) })}
                  onClick={() => onChange(columns.filter((_, at) => at !== index))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!isFixed && next !== undefined && columns.length < 20 && (
        <Button icon={<PlusOutlined />} onClick={() => onChange([...columns, columnOf(next.value)])}>
          {t('settings.views.addColumn')}
        </Button>
      )}
    </fieldset>
  );
}

function columnOf(text: string, heading?: string): Columns[number] {
  const field = viewFields.find((it) => text === `field:${it}`);
  const head = heading === undefined ? {} : { heading };
  return field ? { field, ...head } : { component: text.slice('component:'.length), ...head };
}
