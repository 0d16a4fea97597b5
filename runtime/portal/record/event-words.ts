import type { TFunction } from 'i18next';
import type { TimelineEntry } from '../../contracts/api/instances.ts';

/** One event of a timeline in words. */
export function eventWords(t: TFunction<'portal'>, entry: TimelineEntry): string {
  return t(`record.event.${entry.kind}`, {
    name: entry.name,
    actor: entry.actor ?? '',
    people: entry.people.join('、'),
    to: entry.to ?? '',
  });
}
