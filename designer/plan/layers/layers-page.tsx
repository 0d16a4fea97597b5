import { PartitionOutlined } from '@ant-design/icons';
import { type ListedLayer, listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { TopBar } from '../../app/top-bar.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { useMe } from '../../session/me-context.ts';
import { addresses } from '../addresses.ts';
import { FilingsWaiting } from '../filing/filings-waiting.tsx';
import { designingUnits } from './designing-units.ts';
import { Doors } from './doors.tsx';
import { LayerOffers } from './layer-offers.tsx';
import { LayerTable } from './layer-table.tsx';
import { layersByPlan } from './layers-by-plan.ts';
import './layers.css';

/** 方案列表: every layer that the person may read, by plan, from the top down. */
export function LayersPage() {
  const { t } = useTranslation('designer');
  useDocumentTitle(t('layers.title'));
  const layers = useAnswer(listLayers, {});
  const units = designingUnits(useMe());
  return (
    <div className="de-shell">
      <TopBar />
      <main id="main" className="de-page" tabIndex={-1}>
        <header className="de-page-head de-home-head">
          <h1>{t('layers.title')}</h1>
          <p className="de-muted">{t('layers.hint')}</p>
          {units.length > 0 && layers.data !== undefined && layers.data.items.length > 0 && (
            <Link to={addresses.beginPlan}>{t('layers.begin.title')}</Link>
          )}
        </header>
        <FilingsWaiting />
        {units.map((orgUnit) => (
          <LayerOffers key={orgUnit.id} orgUnit={orgUnit} />
        ))}
        <Answer of={layers}>{({ items }) => <Plans layers={items} />}</Answer>
      </main>
    </div>
  );
}

function Plans({ layers }: { readonly layers: readonly ListedLayer[] }) {
  const { t } = useTranslation('designer');
  const [unit] = designingUnits(useMe());
  // The first page of an empty system has two doors for whoever may make a plan.
  if (layers.length === 0 && unit) return <Doors orgUnit={unit} />;
  if (layers.length === 0)
    return (
      <div className="de-card">
        <EmptyState icon={<PartitionOutlined />} title={t('layers.empty')} hint={t('layers.emptyHint')} />
      </div>
    );
  return layersByPlan(layers).map((plan) => (
    <section key={plan.key} className="de-plan" aria-label={plan.name}>
      <h2>{plan.name}</h2>
      <LayerTable planName={plan.name} layers={plan.layers} />
    </section>
  ));
}
