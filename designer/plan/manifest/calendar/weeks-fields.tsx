import { useTranslation } from 'react-i18next';
import { NumberField } from '../editing/fields.tsx';
import type { Weeks } from './week-line.ts';

interface WeeksFieldsProps {
  readonly property: 'weeks' | 'frame';
  readonly weeks: Weeks;
  readonly onChange: (weeks: { from: number; to: number }) => void;
}

/** From which week to which; a field that is empty keeps the week that it had. */
export function WeeksFields({ property, weeks, onChange }: WeeksFieldsProps) {
  const { t } = useTranslation('designer');
  const labels = property === 'weeks' ? (['from', 'to'] as const) : (['frameFrom', 'frameTo'] as const);
  return (
    <>
      {(['from', 'to'] as const).map((end, index) => (
        <NumberField
          key={end}
          label={t(`settings.windows.${labels[index] ?? 'from'}`)}
          property={property}
          min={1}
          max={30}
          value={weeks[end]}
          onChange={(week) => onChange({ ...weeks, [end]: week ?? weeks[end] })}
        />
      ))}
    </>
  );
}
