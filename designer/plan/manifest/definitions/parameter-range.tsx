import type { PlanParameter } from '@oneplan/runtime/plan/parameter.ts';
import { useTranslation } from 'react-i18next';
import {
  type DurationUnit,
  durationAmount,
  durationIn,
  durationText,
  durationUnits,
} from '../duration-words.ts';
import { NumberField, OneOfField, SwitchField } from '../editing/fields.tsx';

type Ranged = Extract<PlanParameter, { type: 'integer' | 'duration' }>;

interface ParameterRangeProps {
  readonly parameter: Ranged;
  readonly onChange: (next: PlanParameter, what: string) => void;
}

const most = 10_000;

/** The value of a number or length of time, and the least and most that it may be. */
export function ParameterRange({ parameter, onChange }: ParameterRangeProps) {
  const { t } = useTranslation('designer');
  const units = parameter.type === 'duration' && durationAmount(parameter.value);
  const unit = units ? units.unit : 'D';
  const suffix = parameter.type === 'duration' ? t(`manifest.parameters.unit.${unit}`) : '';
  const read = (value: number | string | undefined) =>
    typeof value === 'string' ? (durationIn(value, unit) ?? undefined) : value;
  const bound = (which: 'min' | 'max', amount: number | undefined) => {
    const { [which]: _, ...others } = parameter.bounds;
    if (parameter.type === 'integer')
      onChange(
        {
          ...parameter,
          bounds: amount === undefined ? others : { ...parameter.bounds, [which]: amount },
        } as Ranged,
        which,
      );
    else
      onChange(
        {
          ...parameter,
          bounds:
            amount === undefined ? others : { ...parameter.bounds, [which]: durationText({ amount, unit }) },
        } as Ranged,
        which,
      );
  };
  return (
    <div className="de-fields">
      <NumberField
        label={t('manifest.parameters.column.value')}
        property="value"
        max={most}
        unit={suffix}
        value={read(parameter.value)}
        onChange={(amount = 0) =>
          onChange(
            parameter.type === 'integer'
              ? { ...parameter, value: amount }
              : { ...parameter, value: durationText({ amount, unit }) },
            'value',
          )
        }
      />
      {parameter.type === 'duration' && <UnitFields parameter={parameter} unit={unit} onChange={onChange} />}
      {(['min', 'max'] as const).map((which) => (
        <NumberField
          key={which}
          label={t(`settings.parameters.${which}`)}
          property={`bounds.${which}`}
          max={most}
          unit={suffix}
          value={read(parameter.bounds[which])}
          onChange={(amount) => bound(which, amount)}
        />
      ))}
    </div>
  );
}

interface UnitFieldsProps {
  readonly parameter: Extract<PlanParameter, { type: 'duration' }>;
  readonly unit: DurationUnit;
  readonly onChange: ParameterRangeProps['onChange'];
}

/** In what a length of time is counted: the amounts stay, the unit changes. */
function UnitFields({ parameter, unit, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('designer');
  const { calendar, ...byCalendar } = parameter;
  const counted = (next: DurationUnit) => {
    const inUnit = (text: string) => durationText({ amount: durationIn(text, unit) ?? 1, unit: next });
    const bounds = Object.fromEntries(
      Object.entries(parameter.bounds).map(([which, text]) => [which, inUnit(text)]),
    );
    onChange({ ...parameter, value: inUnit(parameter.value), bounds }, 'unit');
  };
  return (
    <>
      <OneOfField
        label={t('settings.parameters.unit')}
        property="value"
        value={unit}
        of={durationUnits.filter((it) => it !== 'S')}
        word={(it) => t(`manifest.parameters.unit.${it}`)}
        onChange={counted}
      />
      <SwitchField
        label={t('settings.parameters.workingDays')}
        property="calendar"
        hint={t('settings.parameters.workingDaysHint')}
        value={calendar === 'working-days'}
        onChange={(on) => onChange(on ? { ...parameter, calendar: 'working-days' } : byCalendar, 'calendar')}
      />
    </>
  );
}
