import type { PlanParameter } from '@oneplan/runtime/plan/parameter.ts';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../editing/fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { RemoveButton, RowsTable } from '../editing/rows-table.tsx';

type Choosing = Extract<PlanParameter, { type: 'enum' }>;

interface ParameterOptionsProps {
  readonly parameter: Choosing;
  readonly onChange: (next: PlanParameter, what: string) => void;
}

/** What a parameter lets choose from, and what is chosen. */
export function ParameterOptions({ parameter, onChange }: ParameterOptionsProps) {
  const { t } = useTranslation('designer');
  const { readOnly } = useManifestDraft();
  const { options } = parameter;
  const set = (next: Choosing['options'], what: string) => onChange({ ...parameter, options: next }, what);
  const add = () => {
    let number = options.length + 1;
    while (options.some(({ value }) => value === `option-${number}`)) number += 1;
    set([...options, { value: `option-${number}`, name: t('settings.parameters.newOption') }], 'options');
  };
  return (
    <>
      <ChoiceField
        label={t('manifest.parameters.column.value')}
        property="value"
        value={parameter.value}
        choices={options.map(({ value, name }) => ({ value, label: name }))}
        onChange={(value) => onChange({ ...parameter, value: value ?? parameter.value }, 'value')}
      />
      <RowsTable
        title={t('settings.parameters.options')}
        columns={[t('settings.name')]}
        add={readOnly ? undefined : { label: t('settings.parameters.addOption'), onPress: add }}
      >
        {options.map((option) => (
          <tr key={option.value}>
            <td>
              <Input
                aria-label={t('settings.parameters.optionName', { name: option.name })}
                value={option.name}
                maxLength={40}
                disabled={readOnly}
                onChange={({ target }) =>
                  set(
                    options.map((it) => (it === option ? { ...it, name: target.value } : it)),
                    `option ${option.value}`,
                  )
                }
              />
            </td>
            <td>
              <RemoveButton
                name={option.name}
                disabled={readOnly || option.value === parameter.value}
                onPress={() =>
                  set(
                    options.filter((it) => it !== option),
                    'options',
                  )
                }
              />
            </td>
          </tr>
        ))}
      </RowsTable>
    </>
  );
}
