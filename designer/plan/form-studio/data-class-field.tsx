import { valueAt, withValueAt } from '@oneplan/runtime/plan/elements/json-value.ts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SetupProps } from './setup/setup-props.ts';
import { StudioField } from './studio-field.tsx';

const classes = ['C1', 'C2', 'C3', 'C4'] as const;
const path = ['properties', 'dataClass'] as const;

/** How much a field’s content has to be kept private: only the first class may stand in a notice. */
export function DataClassField({ component, onChange }: SetupProps) {
  const { t } = useTranslation('designer');
  const value = valueAt(component, path);
  return (
    <StudioField label={t('optionFields.dataClass')}>
      {(id) => (
        <Select
          id={id}
          aria-label={t('optionFields.dataClass')}
          value={classes.find((it) => it === value) ?? null}
          placeholder={t('optionFields.noClass')}
          options={classes.map((it) => ({ value: it, label: t(`optionFields.classes.${it}`) }))}
          onChange={(next) => onChange(withValueAt(component, path, next))}
        />
      )}
    </StudioField>
  );
}
