import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EntryOf } from '../editing/entry-lists.ts';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { RemoveButton } from '../editing/rows-table.tsx';
import { filled, type Patch, withItem } from '../editing/with-patch.ts';
import { useColumnChoices } from './use-column-choices.ts';

type Filters = NonNullable<EntryOf['views']['filters']>;

interface ViewFiltersProps {
  readonly view: EntryOf['views'];
  readonly onChange: (filters: Filters | undefined) => void;
}

const operators = ['is', 'isNot', 'oneOf', 'before', 'after', 'contains'] as const;

/** What a view leaves out; a filter without a value is chosen by who reads it. */
export function ViewFilters({ view, onChange }: ViewFiltersProps) {
  const { t } = useTranslation('designer');
  const draft = useManifestDraft();
  const choices = useColumnChoices(view).map(({ value, label }) => ({
    value: value.slice(value.indexOf(':') + 1),
    label,
  }));
  const { filters = [] } = view;
  const isFixed = draft.isFixed(`view:${view.key}`, 'filters');
  const set = (index: number, patch: Patch<Filters[number]>) => onChange(withItem(filters, index, patch));
  const [first] = choices;
  return (
    <fieldset className="de-fieldset">
      <legend>{t('settings.views.filters')}</legend>
      {filters.length > 0 && (
        <ul className="de-checks">
          {filters.map(({ column, operator, value }, index) => {
            const name = `${t('settings.views.filters')} ${index + 1}`;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: filters have nothing else that tells them apart
              <li key={index} className="de-condition">
                <Select
                  aria-label={`${name} ${t('settings.views.column')}`}
                  value={column}
                  disabled={isFixed}
                  options={choices}
                  onChange={(next) => set(index, { column: next })}
                />
                <Select
                  aria-label={`${name} ${t('settings.views.operator')}`}
                  value={operator ?? 'is'}
                  disabled={isFixed}
                  options={operators.map((it) => ({ value: it, label: t(`settings.views.operators.${it}`) }))}
                  onChange={(next) => set(index, { operator: next, value: filterValue(said(value), next) })}
                />
                <Input
                  aria-label={`${name} ${t('settings.views.filterValue')}`}
                  placeholder={t('settings.views.filterValue')}
                  value={said(value)}
                  disabled={isFixed}
                  onChange={(event) => set(index, { value: filterValue(event.target.value, operator) })}
                />
                <RemoveButton
                  name={name}
                  disabled={isFixed}
                  onPress={() => onChange(filled(filters.filter((_, at) => at !== index)))}
                />
              </li>
            );
          })}
        </ul>
      )}
      {!isFixed && first && (
        <Button
          icon={<PlusOutlined />}
          onClick={() => onChange([...filters, { column: first.value, operator: 'is' }])}
        >
          {t('settings.views.addFilter')}
        </Button>
      )}
    </fieldset>
  );
}

const said = (value: Filters[number]['value']) =>
  Array.isArray(value) ? value.join(',') : String(value ?? '');

function filterValue(text: string, operator: Filters[number]['operator']): Filters[number]['value'] {
  if (text === '') return undefined;
  return operator === 'oneOf' ? text.split(/[,，、]/) : text;
}
