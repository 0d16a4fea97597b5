import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { getOperatedInstance } from '../../../contracts/api/operated-instances.ts';
import type { AnswerOf } from '../../../ui/api/client.ts';
import { useAnswer } from '../../../ui/api/use-answer.ts';
import { DiagramViewer } from '../../../ui/bpmn/DiagramViewer.tsx';
import { Moment } from '../../../ui/Moment.tsx';
import { Answer } from '../../app/answer.tsx';
import { ForbiddenPage } from '../../app/forbidden-page.tsx';
import { Page } from '../../app/page.tsx';
import { useMe } from '../../session/me-context.ts';
import { IncidentList } from '../incident-list.tsx';
import { InstanceActions } from './instance-actions.tsx';
import { InstanceState, ShortId } from './instance-line.tsx';
import { JobList } from './job-list.tsx';
import { MovePanel } from './move-panel.tsx';
import { OperatedTimeline } from './operated-timeline.tsx';
import '../operations.css';

/** One flow for whoever has to step in: where it stands, what failed, moving it by hand, and its history. */
export function InstancePage() {
  const { t } = useTranslation('portal');
  const { instanceId = '' } = useParams();
  const me = useMe();
  const may = me.permissions.includes('operation.read');
  const instance = useAnswer(getOperatedInstance, { params: { id: instanceId } }, { enabled: may });
  if (!may) return <ForbiddenPage />;
  const back = { to: '/operations/instances', label: t('operations.tabs.instances') };
  return (
    <Page title={instance.data?.processName ?? t('operations.title')} back={back} width="full">
      <Answer of={instance}>
        {(data) => (
          <Shown
            instance={data}
            manages={me.permissions.includes('operation.manage')}
            onChanged={() => void instance.refetch()}
          />
        )}
      </Answer>
    </Page>
  );
}

interface ShownProps {
  readonly instance: AnswerOf<typeof getOperatedInstance>;
  readonly manages: boolean;
  readonly onChanged: () => void;
}

function Shown({ instance, manages, onChanged }: ShownProps) {
  const { t } = useTranslation('portal');
  const [chosen, setChosen] = useState<string | null>(null);
  const { diagram } = instance;
  const running = instance.state === 'active' || instance.state === 'incident';
  const failed = instance.incidents.map(({ elementId }) => elementId);
  return (
    <>
      <p className="po-op-facts">
        <InstanceState instance={instance} />
        <span className="po-muted">
          {t('record.page.planVersion', { version: instance.bundleVersion })}
          {instance.className !== null && ` · ${instance.schoolName ?? ''} ${instance.className}`} ·{' '}
          <Moment at={instance.startedAt} /> · <ShortId id={instance.id} />
        </span>
      </p>
      {instance.incidents.length > 0 && (
        <section className="po-section" aria-labelledby="incidents-title">
          <h2 id="incidents-title">{t('operations.incidents')}</h2>
          <IncidentList items={instance.incidents} manages={manages} onChanged={onChanged} />
        </section>
      )}
      <div className="po-op-columns">
        <section className="po-section" aria-labelledby="diagram-title">
          <h2 id="diagram-title">{t('operations.instance.diagram')}</h2>
          <DiagramViewer
            xml={diagram.xml}
            height={380}
            marks={{
              active: diagram.active,
              failed,
              finished: diagram.finished,
              flows: diagram.flows,
              chosen,
            }}
            onSelect={(id) =>
              setChosen(instance.elements.some(({ elementId }) => elementId === id) ? id : null)
            }
          />
          {manages && running && <InstanceActions instance={instance} onDone={onChanged} />}
        </section>
        {manages && running && (
          <MovePanel
            key={diagram.active.join()}
            instance={instance}
            chosen={chosen}
            onChoose={setChosen}
            onMoved={onChanged}
          />
        )}
      </div>
      <JobList instanceId={instance.id} manages={manages} onChanged={onChanged} />
      <section className="po-section" aria-labelledby="timeline-title">
        <h2 id="timeline-title">{t('record.page.timeline')}</h2>
        <p className="po-muted po-small">{t('operations.instance.timelineHint')}</p>
        <OperatedTimeline entries={instance.timeline} />
      </section>
    </>
  );
}
