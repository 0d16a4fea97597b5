import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { optionsOf, withOptions } from '../../../formio/setup/options.ts';
import { ratingScaleNames, scaleOf, scaleOptions } from '../../../formio/setup/rating-scales.ts';
import { StudioField } from '../studio-field.tsx';
import type { SetupProps } from './setup-props.ts';

/** The scale of a rating, chosen by name; what it offers stands below. */
export function RatingSetup({ component, onChange }: SetupProps) {
  const { t } = useTranslation('designer');
  const scale = scaleOf(component);
  return (
    <>
      <StudioField label={t('formPalette.scale')}>
        {(id) => (
          <Select
            id={id}
            value={scale ?? 'own'}
            options={[
              ...ratingScaleNames.map((name) => ({
                value: name as string,
                label: t(`formPalette.scales.${name}`),
              })),
              ...(scale ? [] : [{ value: 'own', label: t('formPalette.ownScale') }]),
            ]}
            onChange={(name) => {
              const chosen = ratingScaleNames.find((it) => it === name);
              if (chosen)
                onChange(
                  withOptions(
                    component,
                    scaleOptions(chosen, t(`formPalette.scaleWords.${chosen}`).split(' ')),
                  ),
                );
            }}
          />
        )}
      </StudioField>
      <ul className="de-setup-options">
        {optionsOf(component).map(({ value, label }) => (
          <li key={value}>{label}</li>
        ))}
      </ul>
      <p className="de-muted">{t('formPalette.scaleHint')}</p>
    </>
  );
}
