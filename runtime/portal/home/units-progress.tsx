import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterTabs } from '../app/filter-tabs.tsx';
import type { OwnUnit } from '../session/own-units.ts';
import { UnitProgress } from './unit-progress.tsx';

/** Progress below each unit that a person oversees; one at a time. */
export function UnitsProgress({ units }: { readonly units: readonly OwnUnit[] }) {
  const { t } = useTranslation('portal');
  const [chosen, setChosen] = useState(units[0]?.id ?? '');
  return (
    <section className="po-section" aria-labelledby="progress-title">
      <h2 id="progress-title">{t('home.progress.title')}</h2>
      {units.length > 1 && (
        <FilterTabs<string>
          label={t('home.progress.unit')}
          value={chosen}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          onChange={(id) => id !== null && setChosen(id)}
        />
      )}
      <UnitProgress unitId={chosen} />
    </section>
  );
}
