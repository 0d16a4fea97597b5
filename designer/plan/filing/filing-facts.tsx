import type { FilingSummary } from '@oneplan/runtime/contracts/api/filings.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { useTranslation } from 'react-i18next';
import { Facts } from '../manifest/facts.tsx';
import { FilingState } from './filing-state.tsx';

/** Who has filed what with whom, and what was decided. */
export function FilingFacts({ filing }: { readonly filing: FilingSummary }) {
  const { t } = useTranslation('designer');
  const { submittedBy, submittedAt, decidedBy, decidedAt, reason, filingNumber, effectiveOn } = filing;
  return (
    <Facts
      items={[
        [t('filing.facts.state'), <FilingState key="state" filing={filing} />],
        [
          t('filing.facts.submitted'),
          <span key="submitted">
            {submittedBy.name} <Moment at={submittedAt} />
          </span>,
        ],
        [t('filing.facts.note'), filing.note === '' ? t('publishing.versions.noNote') : filing.note],
        [
          t('publishing.dialog.cohorts'),
          filing.cohorts
            .map((year) => t('publishing.dialog.cohort', { year }))
            .join(t('publishing.dialog.separator')),
        ],
        ...(decidedAt === null
          ? []
          : [
              [
                t('filing.facts.decided'),
                <span key="decided">
                  {decidedBy?.name} <Moment at={decidedAt} />
                </span>,
              ] as const,
            ]),
        ...(reason === null || reason === '' ? [] : [[t('filing.facts.reason'), reason] as const]),
        ...(filingNumber === null ? [] : [[t('filing.facts.number'), filingNumber] as const]),
        ...(effectiveOn === null ? [] : [[t('filing.facts.effective'), effectiveOn] as const]),
      ]}
    />
  );
}
