import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Launch, listLaunches, resumeLaunch } from '../../../contracts/api/launches.ts';
import { useAnswer } from '../../../ui/api/use-answer.ts';
import { useAnnounce } from '../../app/announcer.tsx';
import { Answer } from '../../app/answer.tsx';
import { ForbiddenPage } from '../../app/forbidden-page.tsx';
import { FormAlert } from '../../app/form-alert.tsx';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { Page } from '../../app/page.tsx';
import { useSending } from '../../app/use-sending.ts';
import { useMe } from '../../session/me-context.ts';
import { useOperatedUnit, watchers } from '../use-operated-unit.tsx';
import { LaunchFailures } from './launch-failures.tsx';
import { LaunchProgress, LaunchState, LaunchWords } from './launch-line.tsx';
import '../operations.css';

/** ms between two looks at a launch that is under way. */
const lookAgain = 1_500;

/** One launch: how far it is, who was left out and why, and going on with it. */
export function LaunchPage() {
  const { launchId = '' } = useParams();
  const { unit } = useOperatedUnit(watchers);
  const input = { params: { id: unit?.id ?? '' }, query: { limit: 1, launchId } };
  const first = useAnswer(listLaunches, input, { enabled: unit !== null });
  const running = first.data?.items[0]?.completedAt === null;
  useAnswer(listLaunches, input, { enabled: running, refetchInterval: lookAgain });
  if (unit === null) return <ForbiddenPage />;
  return (
    <Answer of={first}>
      {({ items: [launch] }) =>
        launch === undefined ? <NotFoundPage /> : <Shown launch={launch} unitId={unit.id} />
      }
    </Answer>
  );
}

function Shown({ launch, unitId }: { readonly launch: Launch; readonly unitId: string }) {
  const { t } = useTranslation('portal');
  const announce = useAnnounce();
  const operation = useSending();
  const may = useMe().permissions.includes('process.launch');
  const over = launch.completedAt !== null;
  const resume = async () => {
    const body = { launchId: launch.id };
    const done = await operation.send(resumeLaunch, { params: { id: unitId }, body });
    if (done !== null) announce(t('operations.launch.resumed'));
  };
  return (
    <Page
      title={launch.processName}
      back={{ to: `/operations/launches?unit=${unitId}`, label: t('operations.tabs.launches') }}
    >
      <p className="po-muted">
        <LaunchWords launch={launch} />
      </p>
      <section className="po-op-launch" aria-label={t('operations.launch.progress')} aria-live="polite">
        <LaunchState launch={launch} />
        <LaunchProgress launch={launch} />
      </section>
      <dl className="po-op-figures">
        <div>
          <dt>{t('operations.launch.roster')}</dt>
          <dd>{launch.roster}</dd>
        </div>
        <div>
          <dt>{t('operations.launch.started')}</dt>
          <dd>{launch.started}</dd>
        </div>
        <div>
          <dt>{t('operations.launch.failed')}</dt>
          <dd>{launch.failed}</dd>
        </div>
      </dl>
      {launch.failed > 0 && <LaunchFailures launchId={launch.id} unitId={unitId} />}
      {may && over && (
        <section className="po-section">
          <p className="po-muted">{t('operations.launch.resumeHint')}</p>
          <div className="po-buttons">
            <Button loading={operation.sending} onClick={() => void resume()}>
              {t('operations.launch.resume')}
            </Button>
          </div>
          <FormAlert failure={operation.failure} />
        </section>
      )}
    </Page>
  );
}
