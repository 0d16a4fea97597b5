import { ClockCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { getInstance, TimelineEntry } from '../../contracts/api/instances.ts';
import type { AnswerOf } from '../../ui/api/client.ts';
import { Moment } from '../../ui/Moment.tsx';
import { eventWords } from './event-words.ts';

type Instance = AnswerOf<typeof getInstance>;

const marks: Readonly<Partial<Record<TimelineEntry['kind'], string>>> = {
  archived: 'good',
  reminded: 'late',
  'timed-out': 'late',
  'nobody-found': 'late',
  skipped: 'late',
  returned: 'returned',
  objected: 'returned',
  withdrawn: 'muted',
  'task-cancelled': 'muted',
  suspended: 'late',
  cancelled: 'muted',
};

/** How a record got to where it is, as a list; what is going on now stands last. */
export function Timeline({ instance }: { readonly instance: Instance }) {
  const { t } = useTranslation('portal');
  return (
    <ol className="po-timeline" aria-label={t('record.page.timeline')}>
      {instance.timeline.map((entry, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: history only grows at its end
          key={index}
          data-mark={entry.outcome === 'returned' ? 'returned' : (marks[entry.kind] ?? 'plain')}
        >
          <TimelineItem entry={entry} />
        </li>
      ))}
      {instance.diagram.active.map((active) => (
        <li key={active.elementId} data-mark="now" aria-current="step">
          <p>
            <strong>
              {t('record.page.now')}：{active.name}
            </strong>
          </p>
          {active.dueAt !== null && (
            <p className="po-muted po-small">
              <ClockCircleOutlined aria-hidden /> <Moment at={active.dueAt} as="due" />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function TimelineItem({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation('portal');
  const outcome =
    entry.outcome === 'confirmed' || entry.outcome === 'returned'
      ? t(`record.outcome.${entry.outcome}`)
      : entry.outcome;
  return (
    <>
      <p>
        <strong>{eventWords(t, entry)}</strong>
        {outcome !== null && <span className="po-outcome">{outcome}</span>}
      </p>
      {entry.remark !== null && entry.remark !== '' && <p className="po-quote">{entry.remark}</p>}
      <p className="po-muted po-small">
        {entry.actor ?? t('record.page.automatic')} · <Moment at={entry.at} />
      </p>
    </>
  );
}
