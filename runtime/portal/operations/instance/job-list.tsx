import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { listJobs, retryJob } from '../../../contracts/api/operations.ts';
import { useAnswer } from '../../../ui/api/use-answer.ts';
import { Moment } from '../../../ui/Moment.tsx';
import { useAnnounce } from '../../app/announcer.tsx';
import { FormAlert } from '../../app/form-alert.tsx';
import { useSending } from '../../app/use-sending.ts';

interface JobListProps {
  readonly instanceId: string;
  readonly manages: boolean;
  readonly onChanged: () => void;
}

/** The clocks and steps that a flow waits for; nothing when it waits for none. */
export function JobList({ instanceId, manages, onChanged }: JobListProps) {
  const { t } = useTranslation('portal');
  const announce = useAnnounce();
  const operation = useSending();
  const { data } = useAnswer(listJobs, { params: { id: instanceId } });
  if (data === undefined || data.items.length === 0) return null;
  const run = async (id: string, name: string) => {
    if ((await operation.send(retryJob, { params: { id }, body: { retries: 1 } })) === null) return;
    announce(t('operations.retried', { name }));
    onChanged();
  };
  return (
    <section className="po-section" aria-labelledby="jobs-title">
      <h2 id="jobs-title">{t('operations.instance.jobs')}</h2>
      <ul className="po-list">
        {data.items.map((job) => (
          <li key={job.id} className="po-line">
            <span className="po-line-main">
              <strong>{job.elementName}</strong>
              <span className="po-muted">
                {job.dueAt === null ? t('operations.instance.clockStands') : <Moment at={job.dueAt} />}
                {job.message !== null && ` · ${job.message}`}
              </span>
            </span>
            {manages && job.dueAt !== null && (
              <Button
                loading={operation.sending}
                aria-label={t('operations.instance.runNowNamed', { name: job.elementName })}
                onClick={() => void run(job.id, job.elementName)}
              >
                {t('operations.instance.runNow')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FormAlert failure={operation.failure} />
    </section>
  );
}
