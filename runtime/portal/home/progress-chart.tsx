import { useTranslation } from 'react-i18next';
import { barOf, type ProgressRow, progressStates, totalOf } from './progress-rows.ts';

/** A stacked bar a unit. The table below tells the same to who cannot see it. */
export function ProgressChart({ rows }: { readonly rows: readonly ProgressRow[] }) {
  const { t } = useTranslation('portal');
  const longest = Math.max(0, ...rows.map(totalOf));
  return (
    <figure className="po-chart">
      <ul className="po-legend" aria-label={t('home.progress.legend')}>
        {progressStates.map((state) => (
          <li key={state}>
            <i data-state={state} aria-hidden />
            {t(`home.progress.${state}`)}
          </li>
        ))}
      </ul>
      <div className="po-bars">
        {rows.map((row) => (
          <div key={row.unit.id} className="po-bar-row">
            <span className="po-bar-name">{row.unit.name}</span>
            <svg
              className="po-bar"
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              role="img"
              aria-label={t('home.progress.bar', { ...row, unit: row.unit.name })}
            >
              {barOf(row, longest).map(({ state, from, width }) => (
                <rect key={state} data-state={state} x={from} y={0} width={width} height={10} />
              ))}
            </svg>
            <span className="po-bar-total">{totalOf(row)}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}
