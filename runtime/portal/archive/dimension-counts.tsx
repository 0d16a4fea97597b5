import { useTranslation } from 'react-i18next';

interface DimensionCountsProps {
  readonly dimensions: readonly { readonly name: string; readonly count: number }[];
  readonly chosen: string | null;
  readonly onChoose: (dimension: string | null) => void;
}

/** How many entries each dimension has, drawn as bars; pressing one shows only its entries, again all. */
export function DimensionCounts({ dimensions, chosen, onChoose }: DimensionCountsProps) {
  const { t } = useTranslation('portal');
  const most = Math.max(1, ...dimensions.map((one) => one.count));
  return (
    <fieldset className="po-dimensions">
      <legend>{t('archive.byDimension')}</legend>
      {dimensions.map(({ name, count }) => (
        <button
          key={name}
          type="button"
          aria-pressed={chosen === name}
          onClick={() => onChoose(chosen === name ? null : name)}
        >
          <span className="po-dimension-name">{name}</span>
          <span className="po-dimension-bar" aria-hidden>
            <i style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className="po-dimension-count">{count}</span>
        </button>
      ))}
    </fieldset>
  );
}
