import { useTranslation } from 'react-i18next';
import type { Launch } from '../../../contracts/api/launches.ts';
import { Moment } from '../../../ui/Moment.tsx';
import { StateTag } from '../../../ui/state/StateTag.tsx';
import { ProgressBar } from '../progress-bar.tsx';

/** How a launch stands, in a word. */
export function LaunchState({ launch }: { readonly launch: Launch }) {
  const { t } = useTranslation('portal');
  if (launch.completedAt === null)
    return <StateTag state="running" label={t('operations.launch.state.running')} />;
  return launch.failed > 0 ? (
    <StateTag state="returned" label={t('operations.launch.state.partly', { count: launch.failed })} />
  ) : (
    <StateTag state="done" label={t('operations.launch.state.done')} />
  );
}

/** What was started for whom, when, by whom. */
export function LaunchWords({ launch }: { readonly launch: Launch }) {
  const { t } = useTranslation('portal');
  return (
    <>
      {launch.orgUnit.name} · {t('operations.launch.cohortName', { year: launch.entryCohort })} ·{' '}
      {t('record.page.planVersion', { version: launch.bundleVersion })} · {launch.createdBy} ·{' '}
      <Moment at={launch.createdAt} />
    </>
  );
}

export function LaunchProgress({ launch }: { readonly launch: Launch }) {
  const { t } = useTranslation('portal');
  const total = Math.max(launch.roster, launch.started + launch.failed);
  return (
    <>
      <ProgressBar
        label={t('operations.launch.progress')}
        done={launch.started + launch.failed}
        failed={launch.failed}
        total={total}
      />
      <span className="po-muted po-small">
        {t('operations.launch.progressWords', { started: launch.started, total })}
      </span>
    </>
  );
}
