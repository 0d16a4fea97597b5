import type { TFunction } from 'i18next';
import type { TimelineEntry } from '../../contracts/api/instances.ts';

/** One event of a timeline in words. */
export function eventWords(t: TFunction<'portal'>, entry: TimelineEntry): string {
  return t(`record.event.${wordsFor(entry)}`, {
    name: entry.name,
    actor: entry.actor ?? '',
    people: entry.people.join('、'),
    to: entry.to ?? '',
  });
}

/** A move by hand may end something, begin something, or both. */
function wordsFor({ kind, name, to }: TimelineEntry) {
  if (kind !== 'modified') return kind;
  if (name === '') return 'modifiedTo';
  return to === null ? 'modifiedFrom' : kind;
}
