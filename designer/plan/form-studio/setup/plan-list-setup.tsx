import { Alert, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Option, optionsOf, withOptions } from '../../../formio/setup/options.ts';
import type { SetupProps } from './setup-props.ts';

interface PlanListSetupProps extends SetupProps {
  readonly kind: 'term' | 'indicator';
  /** What the plan has. */
  readonly options: readonly Option[];
}

/** Which terms or indicators of the plan can be chosen; what the plan no longer has can only be taken out. */
export function PlanListSetup({ component, onChange, kind, options }: PlanListSetupProps) {
  const { t } = useTranslation('designer');
  const chosen = optionsOf(component);
  const has = (option: Option) => chosen.some(({ value }) => value === option.value);
  const gone = chosen.filter((option) => !options.some(({ value }) => value === option.value));
  const take = (next: readonly Option[]) => onChange(withOptions(component, next));
  if (options.length === 0 && gone.length === 0)
    return <Alert type="info" title={t(`formPalette.none.${kind}`)} />;
  return (
    <>
      <fieldset className="de-setup-choices">
        <legend>{t(`formPalette.offer.${kind}`)}</legend>
        <Checkbox
          checked={options.every(has)}
          indeterminate={options.some(has) && !options.every(has)}
          onChange={({ target }) => take(target.checked ? options : options.slice(0, 1))}
        >
          {t('formPalette.all')}
        </Checkbox>
        <div className="de-setup-list">
          {options.map((option) => (
            <Checkbox
              key={option.value}
              checked={has(option)}
              onChange={({ target }) =>
                take(options.filter((it) => (it === option ? target.checked : has(it))))
              }
            >
              {option.label}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      {gone.length > 0 && (
        <Alert
          type="warning"
          title={t('formPalette.gone', { names: gone.map(({ label }) => label).join('、') })}
        />
      )}
    </>
  );
}
