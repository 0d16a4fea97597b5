import { useTranslation } from 'react-i18next';
import { getProgress } from '../../contracts/api/organisation.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { Answer } from '../app/answer.tsx';
import { ProgressChart } from './progress-chart.tsx';
import { ProgressTable } from './progress-table.tsx';

/** How many records stand where, by the units below: drawn, and as the same numbers in a table. */
export function UnitProgress({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation('portal');
  const progress = useAnswer(getProgress, { params: { id: unitId } }, { enabled: unitId !== '' });
  return (
    <Answer of={progress}>
      {({ unit, rows }) =>
        rows.length === 0 ? (
          <EmptyState title={t('home.progress.none')} hint={t('home.progress.noneHint')} />
        ) : (
          <>
            <p className="po-muted">
              {unit.name} · {t('home.progress.numbersOnly')}
            </p>
            <ProgressChart rows={rows} />
            <ProgressTable rows={rows} />
          </>
        )
      }
    </Answer>
  );
}
