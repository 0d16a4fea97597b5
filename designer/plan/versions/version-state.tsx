import type { BundleSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { StateTag } from '@oneplan/runtime/ui/state/StateTag.tsx';
import { useTranslation } from 'react-i18next';

/** Whom a version governs: now, from a day to come, or nobody any more. */
export function VersionState({ bundle }: { readonly bundle: BundleSummary }) {
  const { t } = useTranslation('designer');
  const { state, cohorts, effectiveFrom } = bundle;
  if (state === 'withdrawn') return <StateTag state="withdrawn" label={t('publishing.schedule.withdrawn')} />;
  if (cohorts.length === 0)
    return <StateTag state="superseded" label={t('publishing.versions.superseded')} />;
  return (
    <>
      {state === 'scheduled' && effectiveFrom && (
        <span>
          <StateTag state="waiting" label={t('publishing.schedule.scheduled')} />{' '}
          <Moment at={effectiveFrom} />
        </span>
      )}
      <ul className="de-chips">
        {cohorts.map((year) => (
          <li key={year}>{t('publishing.dialog.cohort', { year })}</li>
        ))}
      </ul>
    </>
  );
}
