import { numberOf, objectOf } from '@oneplan/runtime/forms/definition.ts';
import { withValueAt } from '@oneplan/runtime/plan/elements/json-value.ts';
import { Alert, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { StudioField } from '../studio-field.tsx';
import { type SetupProps, withSetting } from './setup-props.ts';

/** How long one entry may be, and how much a pupil may gather in a term. */
export function HoursSetup({ component, onChange }: SetupProps) {
  const { t } = useTranslation('designer');
  const once = numberOf(objectOf(component, 'validate'), 'max');
  const termCap = numberOf(component, 'termCap');
  return (
    <>
      <StudioField label={t('formPalette.once')}>
        {(id) => (
          <InputNumber
            id={id}
            min={0.5}
            value={once ?? null}
            placeholder={t('formPalette.unlimited')}
            suffix={t('formPalette.hoursUnit')}
            onChange={(max) => onChange(withValueAt(component, ['validate', 'max'], max ?? undefined))}
          />
        )}
      </StudioField>
      <StudioField label={t('formPalette.termCap')}>
        {(id) => (
          <InputNumber
            id={id}
            min={0.5}
            value={termCap ?? null}
            placeholder={t('formPalette.unlimited')}
            suffix={t('formPalette.hoursUnit')}
            onChange={(cap) => onChange(withSetting(component, 'termCap', cap ?? undefined))}
          />
        )}
      </StudioField>
      <p className="de-muted">{t('formPalette.termCapHint')}</p>
      {once !== undefined && termCap !== undefined && once > termCap && (
        <Alert type="warning" title={t('formPalette.onceAboveCap')} />
      )}
    </>
  );
}
