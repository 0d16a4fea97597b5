import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskDetail } from '../../contracts/api/tasks.ts';
import { Evidence } from '../record/evidence.tsx';
import { RecordData } from '../record/record-data.tsx';
import { recordFields, recordFiles } from '../record/record-fields.ts';
import { TransitNote } from '../record/transit-note.tsx';
import { ShortHistory } from './short-history.tsx';

/** What is decided on: what changed since last time, the evidence, the content, how it got here. */
export function DecisionRecord({ detail }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation('portal');
  const { record, task, returnReason } = detail;
  if (record === null) return null;
  const files = recordFiles(record.definition, record.data);
  const changed = recordFields(record.definition, record.data).filter((field) =>
    record.changed.includes(field.key),
  );
  const count = record.changed.length;
  return (
    <>
      <p className="po-muted">
        {record.summary.formName}
        {record.summary.student.className !== '' && ` · ${record.summary.student.className}`}
        {task.round === 1 && ` · ${t('inbox.firstTime')}`}
      </p>
      {record.summary.transit !== null && <TransitNote transit={record.summary.transit} />}
      {task.round > 1 && (
        <details className="po-changes">
          <summary>
            {count === 0
              ? t('inbox.changedNothing', { round: task.round })
              : t('inbox.changedSince', { round: task.round, count })}
          </summary>
          {returnReason !== null && <p>{t('inbox.lastReason', { reason: returnReason.text })}</p>}
          {changed.length > 0 && (
            <p>
              {t('inbox.changedFields')}：{changed.map((field) => field.label).join('、')}
            </p>
          )}
        </details>
      )}
      <section className="po-task-part" aria-labelledby="task-evidence">
        <h3 id="task-evidence">{t('inbox.evidence')}</h3>
        {files.length === 0 ? (
          <p className="po-muted">{t('inbox.noEvidence')}</p>
        ) : (
          <Evidence files={files} />
        )}
      </section>
      <section className="po-task-part" aria-labelledby="task-content">
        <h3 id="task-content">{t('inbox.content')}</h3>
        <RecordData definition={record.definition} data={record.data} changed={record.changed} />
      </section>
      <section className="po-task-part" aria-labelledby="task-history">
        <h3 id="task-history">{t('inbox.history')}</h3>
        <ShortHistory instanceId={task.instanceId} />
        <Link to={`/records/${record.summary.id}`}>{t('inbox.fullHistory')}</Link>
      </section>
    </>
  );
}
