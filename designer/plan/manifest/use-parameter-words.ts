import type { PlanParameter } from '@oneplan/runtime/plan/parameter.ts';
import { useTranslation } from 'react-i18next';
import { type DurationUnit, durationAmount } from './duration-words.ts';
import type { ParameterValue } from './parameter-value.ts';

const unitOf = (calendar: 'working-days' | undefined, unit: DurationUnit) =>
  calendar === 'working-days' && unit === 'D' ? 'workingDay' : unit;

/** Says values and bounds of parameters the way people do: 7 天, 1 至 5, 不少于 7 天. */
export function useParameterWords() {
  const { t } = useTranslation('designer');

  const sayValue = (parameter: PlanParameter, value: ParameterValue): string => {
    switch (parameter.type) {
      case 'integer':
        return String(value);
      case 'boolean':
        return t(value === true ? 'manifest.parameters.yes' : 'manifest.parameters.no');
      case 'enum':
        return parameter.options.find((option) => option.value === value)?.name ?? String(value);
      case 'duration': {
        const found = durationAmount(String(value));
        return found === null
          ? String(value)
          : `${found.amount} ${t(`manifest.parameters.unit.${unitOf(parameter.calendar, found.unit)}`)}`;
      }
    }
  };

  const sayBounds = (parameter: PlanParameter): string => {
    if (parameter.type === 'enum') return parameter.options.map(({ name }) => name).join(' / ');
    if (parameter.type === 'boolean') return t('manifest.parameters.anything');
    const { min, max } = parameter.bounds;
    const values = {
      min: min === undefined ? '' : sayValue(parameter, min),
      max: max === undefined ? '' : sayValue(parameter, max),
    };
    if (min !== undefined && max !== undefined) return t('manifest.parameters.between', values);
    if (min !== undefined) return t('manifest.parameters.atLeast', values);
    if (max !== undefined) return t('manifest.parameters.atMost', values);
    return t('manifest.parameters.anything');
  };

  return { sayValue, sayBounds };
}
