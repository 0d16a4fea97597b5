import { useTranslation } from 'react-i18next';
import { getInstance } from '../../contracts/api/instances.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { Moment } from '../../ui/Moment.tsx';
import { eventWords } from '../record/event-words.ts';

const shownLast = 5;

/** How the record got here, in one line of few words; nothing while it is not known. */
export function ShortHistory({ instanceId }: { readonly instanceId: string }) {
  const { t } = useTranslation('portal');
  const { data } = useAnswer(getInstance, { params: { id: instanceId } });
  const events = (data?.timeline ?? []).slice(-shownLast);
  return (
    <ol className="po-short-history">
      {events.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: history only grows at its end
        <li key={index} data-mark={entry.outcome === 'returned' ? 'returned' : 'plain'}>
          <span>
            {entry.outcome === 'returned' || entry.outcome === 'confirmed'
              ? t(`record.outcome.${entry.outcome}`)
              : eventWords(t, entry)}
          </span>
          <span className="po-muted po-small">
            <Moment at={entry.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
