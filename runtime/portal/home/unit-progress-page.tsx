import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../app/page.tsx';
import { UnitProgress } from './unit-progress.tsx';
import './home.css';

/** Progress below one unit, one step down from the home page. */
export function UnitProgressPage() {
  const { t } = useTranslation('portal');
  const { unitId = '' } = useParams();
  return (
    <Page title={t('home.progress.title')} back={{ to: '/', label: t('shell.back') }}>
      <UnitProgress unitId={unitId} />
    </Page>
  );
}
