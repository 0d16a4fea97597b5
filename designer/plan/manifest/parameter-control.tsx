import type { PlanParameter } from '@oneplan/runtime/plan/parameter.ts';
import { Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '../../app/number-input.tsx';
import { durationAmount, durationIn, durationText } from './duration-words.ts';

interface ParameterControlProps {
  readonly id: string;
  readonly parameter: PlanParameter;
  /** null: nothing is entered. */
  readonly value: PlanParameter['value'] | null;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly onChange: (value: PlanParameter['value'] | null) => void;
}

/** The control that suits a parameter’s type; a duration is entered in the unit that it is written in. */
export function ParameterControl(props: ParameterControlProps) {
  const { t } = useTranslation('designer');
  const { id, parameter, value, describedBy, invalid, onChange } = props;
  const tied = {
    id,
    'aria-label': parameter.name,
    'aria-describedby': describedBy,
    ...(invalid ? { 'aria-invalid': true as const, status: 'error' as const } : {}),
  };
  switch (parameter.type) {
    case 'integer':
      return (
        <NumberInput
          {...tied}
          value={value as number | null}
          precision={0}
          onChange={(next) => onChange(next)}
        />
      );
    case 'duration': {
      const unit = durationAmount(String(parameter.value))?.unit ?? 'D';
      return (
        <NumberInput
          {...tied}
          value={value === null ? null : durationIn(String(value), unit)}
          min={0}
          precision={0}
          suffix={t(`manifest.parameters.unit.${unit}`)}
          onChange={(amount) => onChange(amount === null ? null : durationText({ amount, unit }))}
        />
      );
    }
    case 'enum':
      return (
        <Select
          {...tied}
          value={value}
          options={parameter.options.map((option) => ({ value: option.value, label: option.name }))}
          onChange={(next) => onChange(next)}
        />
      );
    case 'boolean':
      return (
        <Switch
          id={id}
          aria-label={parameter.name}
          checked={value === true}
          checkedChildren={t('manifest.parameters.yes')}
          unCheckedChildren={t('manifest.parameters.no')}
          onChange={(next) => onChange(next)}
        />
      );
  }
}
