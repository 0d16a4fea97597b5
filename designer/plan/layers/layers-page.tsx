import { PartitionOutlined } from '@ant-design/icons';
import { type LayerSummary, listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../app/answer.tsx';
import { TopBar } from '../../app/top-bar.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { LayerTable } from './layer-table.tsx';
import { layersByPlan } from './layers-by-plan.ts';
import './layers.css';

/** 方案列表: every layer that the person may read, by plan, from the top down. */
export function LayersPage() {
  const { t } = useTranslation('designer');
  useDocumentTitle(t('layers.title'));
  const layers = useAnswer(listLayers, {});
  return (
    <div className="de-shell">
      <TopBar />
      <main id="main" className="de-page" tabIndex={-1}>
        <header className="de-page-head">
          <h1>{t('layers.title')}</h1>
          <p className="de-muted">{t('layers.hint')}</p>
        </header>
        <Answer of={layers}>{({ items }) => <Plans layers={items} />}</Answer>
      </main>
    </div>
  );
}

function Plans({ layers }: { readonly layers: readonly LayerSummary[] }) {
  const { t } = useTranslation('designer');
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
