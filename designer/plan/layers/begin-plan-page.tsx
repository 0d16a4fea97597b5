import { PageError } from '@oneplan/runtime/ui/state/PageError.tsx';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TopBar } from '../../app/top-bar.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { useMe } from '../../session/me-context.ts';
import { addresses } from '../addresses.ts';
import { designingUnits } from './designing-units.ts';
import { Doors } from './doors.tsx';
import './layers.css';

/** 新建方案: for one of the authorities or schools that the person designs for. */
export function BeginPlanPage() {
  const { t } = useTranslation('designer');
  const units = designingUnits(useMe());
  const [chosen, setChosen] = useState(units[0]?.id);
  const orgUnit = units.find(({ id }) => id === chosen);
  useDocumentTitle(t('layers.begin.title'));
  return (
    <div className="de-shell">
      <TopBar />
      <main id="main" className="de-page" tabIndex={-1}>
        <header className="de-page-head">
          <Link to={addresses.layers}>{t('workbench.back')}</Link>
          <h1>{t('layers.begin.title')}</h1>
          {units.length > 1 && (
            <Segmented
              aria-label={t('layers.begin.unit')}
              value={chosen}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setChosen}
            />
          )}
        </header>
        {orgUnit ? (
          <Doors key={orgUnit.id} orgUnit={orgUnit} />
        ) : (
          <PageError message={t('shell.forbidden')} />
        )}
      </main>
    </div>
  );
}
