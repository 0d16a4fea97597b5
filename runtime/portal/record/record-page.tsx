import { RollbackOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { getInstance } from '../../contracts/api/instances.ts';
import { getRecord } from '../../contracts/api/records.ts';
import { answerKey, useAnswer } from '../../ui/api/use-answer.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Answer } from '../app/answer.tsx';
import { Page } from '../app/page.tsx';
import { InstanceActions } from '../approval/instance-actions.tsx';
import { useMe } from '../session/me-context.ts';
import { Evidence } from './evidence.tsx';
import { History } from './history.tsx';
import { RecordData } from './record-data.tsx';
import { recordFiles } from './record-fields.ts';
import { RecordStateTag } from './record-state-tag.tsx';
import { TransitNote, transitInterval } from './transit-note.tsx';
import './record.css';

/** One record: where it stands, what it says, its evidence and its history. */
export function RecordPage() {
  const { t } = useTranslation('portal');
  const { recordId = '' } = useParams();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [moving, setMoving] = useState(false);
  const answer = useAnswer(
    getRecord,
    { params: { id: recordId } },
    moving ? { refetchInterval: transitInterval } : {},
  );
  const record = answer.data?.record;
  const movesNow = record?.transit?.state === 'moving';
  useEffect(() => {
    setMoving(movesNow);
    // It has arrived: its history is another one now.
    if (moving && !movesNow) void queries.invalidateQueries({ queryKey: answerKey(getInstance) });
  }, [movesNow, moving, queries]);
  const own =
    record === undefined ||
    me.student?.id === record.student.id ||
    me.children.some((child) => child.id === record.student.id);
  const back = own ? '/records' : `/students/${record.student.id}/records`;
  return (
    <Page title={record?.title ?? t('record.page.title')} back={{ to: back, label: t('shell.back') }}>
      <Answer of={answer}>
        {({ record: shown, definition, data, bundleVersion }) => {
          const files = recordFiles(definition, data);
          return (
            <div className="po-record">
              <div>
                <p className="po-record-head">
                  <RecordStateTag state={shown.state} />
                  <span className="po-muted">
                    {shown.student.name} · {shown.student.className} · {shown.formName} ·{' '}
                    {t('shell.round', { round: shown.revision })} · <Moment at={shown.submittedAt} /> ·{' '}
                    {t('record.page.planVersion', { version: bundleVersion })}
                  </span>
                </p>
                {shown.transit !== null && <TransitNote transit={shown.transit} />}
                {shown.state === 'returned' && shown.transit === null && (
                  <div className="po-returned">
                    <p>
                      <RollbackOutlined aria-hidden /> <strong>{t('record.page.returned')}</strong>
                      {shown.returnReason !== null && `：${shown.returnReason}`}
                    </p>
                    {shown.taskId !== null && (
                      <Button type="primary" onClick={() => void navigate(`/inbox/${shown.taskId}`)}>
                        {t('record.page.revise')}
                      </Button>
                    )}
                  </div>
                )}
                {shown.state !== 'returned' && shown.taskId !== null && (
                  <p className="po-buttons">
                    <Button type="primary" onClick={() => void navigate(`/inbox/${shown.taskId}`)}>
                      {t('record.page.decide')}
                    </Button>
                  </p>
                )}
                <InstanceActions record={shown} />
                <section className="po-section" aria-labelledby="content-title">
                  <h2 id="content-title">{t('record.page.content')}</h2>
                  <RecordData definition={definition} data={data} />
                </section>
                {files.length > 0 && (
                  <section className="po-section" aria-labelledby="evidence-title">
                    <h2 id="evidence-title">{t('record.page.evidence')}</h2>
                    <Evidence files={files} />
                  </section>
                )}
              </div>
              <History instanceId={shown.instanceId} />
            </div>
          );
        }}
      </Answer>
    </Page>
  );
}
