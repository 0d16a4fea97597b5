import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type TaskEventKind, taskEventKinds } from '../../../contracts/api/approval.ts';
import type { TimelineEntry } from '../../../contracts/api/instances.ts';
import { Moment } from '../../../ui/Moment.tsx';
import { eventWords } from '../../record/event-words.ts';
import '../../record/record.css';

const isTaskEvent = (kind: string): kind is TaskEventKind => taskEventKinds.some((one) => one === kind);

/** What happened, in words that need no names: those are for who may read the pupil's file. */
function actWords(t: TFunction<'portal'>, entry: TimelineEntry): string {
  if (!isTaskEvent(entry.kind)) return eventWords(t, entry);
  return t(`operations.act.${entry.kind}`, { name: entry.name, to: entry.to ?? '' });
}

/** The history of a flow for whoever operates it: what was done by hand stands there with who and why. */
export function OperatedTimeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation('portal');
  return (
    <ol className="po-timeline" aria-label={t('record.page.timeline')}>
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: history only grows at its end
        <li key={index} data-mark={entry.actor === null ? 'plain' : 'good'}>
          <p>
            <strong>{actWords(t, entry)}</strong>
          </p>
          {entry.remark !== null && entry.remark !== '' && <p className="po-quote">{entry.remark}</p>}
          <p className="po-muted po-small">
            {entry.actor !== null && `${entry.actor} · `}
            <Moment at={entry.at} />
          </p>
        </li>
      ))}
    </ol>
  );
}
