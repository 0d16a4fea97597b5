import type { PlanIndicator } from '@oneplan/runtime/plan/entries/indicator.ts';
import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { RemoveButton, RowsTable } from '../editing/rows-table.tsx';
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
    <RowsTable
      title={t('settings.indicators.values')}
      columns={[t('settings.indicators.valueName'), t('settings.indicators.needsReason')]}
      add={readOnly || isClosed ? undefined : { label: t('settings.indicators.addValue'), onPress: add }}
    >
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
            <RemoveButton
              name={name}
              disabled={isKept(value)}
              onPress={() => set(values.filter((_, at) => at !== index))}
            />
          </td>
        </tr>
      ))}
    </RowsTable>
  );
}
