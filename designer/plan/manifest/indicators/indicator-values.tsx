import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { PlanIndicator } from '@oneplan/runtime/plan/entries/indicator.ts';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { filled, withItem } from '../editing/with-patch.ts';

interface IndicatorValuesProps {
  readonly indicator: PlanIndicator;
  readonly onChange: (patch: { readonly values: PlanIndicator['values'] | undefined }) => void;
}

/** What can be ticked for an indicator; values of the layer above stay as they are. */
export function IndicatorValues({ indicator, onChange }: IndicatorValuesProps) {
  const { t } = useTranslation('designer');
  const { locks, readOnly } = useManifestDraft();
  const { code, values = [] } = indicator;
  const set = (next: readonly (typeof values)[number][]) => onChange({ values: filled(next) });
  const isKept = (value: string) =>
    readOnly || (locks.ofElement(`indicator:${code}#${value}`)?.lock.class ?? 'FREE') !== 'FREE';
  const isClosed = locks.ofElement(`indicator:${code}`)?.lock.class === 'LOCKED';
  const add = () => {
    let number = values.length + 1;
    while (values.some(({ value }) => value === `v${number}`)) number += 1;
    set([...values, { value: `v${number}`, name: t('settings.indicators.newValue') }]);
  };
  return (
    <fieldset className="de-fieldset">
      <legend>{t('settings.indicators.values')}</legend>
      {values.length > 0 && (
        <table className="de-table de-slim">
          <thead>
            <tr>
              <th scope="col">{t('settings.indicators.valueName')}</th>
              <th scope="col">{t('settings.indicators.needsReason')}</th>
              <th scope="col">{t('settings.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ value, name, needsReason = false }, index) => (
              <tr key={value}>
                <td>
                  <Input
                    value={name}
                    maxLength={40}
                    disabled={isKept(value)}
                    aria-label={t('settings.indicators.valueName')}
                    onChange={(event) => set(withItem(values, index, { name: event.target.value }))}
                  />
                </td>
                <td>
                  <Checkbox
                    checked={needsReason}
                    disabled={isKept(value)}
                    aria-label={`${name} ${t('settings.indicators.needsReason')}`}
                    onChange={(event) =>
                      set(withItem(values, index, { needsReason: event.target.checked ? true : undefined }))
                    }
                  />
                </td>
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    disabled={isKept(value)}
                    aria-label={t('settings.removeNamed', { name })}
                    onClick={() => set(values.filter((_, at) => at !== index))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!readOnly && !isClosed && (
        <Button icon={<PlusOutlined />} onClick={add}>
          {t('settings.indicators.addValue')}
        </Button>
      )}
    </fieldset>
  );
}
