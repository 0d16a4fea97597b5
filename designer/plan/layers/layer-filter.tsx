import type { ListedLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { isAwaited } from './layer-standing.ts';

/** What is looked for among many layers. */
export interface LayerWish {
  /** Part of the unit’s name; empty: any. */
  readonly name: string;
  /** Only those about which somebody has to do something. */
  readonly awaited: boolean;
}

/** Says whether a layer is looked for; undefined where nothing is, and all are shown. */
export function wishes(
  { name, awaited }: LayerWish,
  all: readonly ListedLayer[],
): ((layer: ListedLayer) => boolean) | undefined {
  const part = name.trim();
  if (part === '' && !awaited) return undefined;
  return (layer) => layer.orgUnit.name.includes(part) && (!awaited || isAwaited(layer, all));
}

interface LayerFilterProps {
  readonly wish: LayerWish;
  readonly onChange: (wish: LayerWish) => void;
  readonly layers: readonly ListedLayer[];
  readonly planName: string;
}

export function LayerFilter({ wish, onChange, layers, planName }: LayerFilterProps) {
  const { t } = useTranslation('designer');
  const awaited = layers.filter((layer) => isAwaited(layer, layers)).length;
  return (
    <div className="de-layer-filter">
      <Segmented
        aria-label={t('layers.filter.which', { name: planName })}
        value={wish.awaited ? 'awaited' : 'all'}
        options={[
          { value: 'all', label: t('layers.filter.all', { count: layers.length }) },
          { value: 'awaited', label: t('layers.filter.awaited', { count: awaited }) },
        ]}
        onChange={(value) => onChange({ ...wish, awaited: value === 'awaited' })}
      />
      <Input.Search
        allowClear
        aria-label={t('layers.filter.name', { name: planName })}
        placeholder={t('layers.filter.placeholder')}
        value={wish.name}
        onChange={(event) => onChange({ ...wish, name: event.target.value })}
      />
    </div>
  );
}
