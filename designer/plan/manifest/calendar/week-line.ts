import type { EntryOf } from '../editing/entry-lists.ts';

export interface Weeks {
  readonly from: number;
  readonly to: number;
}

/** A bar on the time line, in weeks of the term. */
export interface WeekBar {
  readonly kind: 'frame' | 'window' | 'exception';
  readonly name: string;
  readonly weeks: Weeks;
  /** Inside its frame, and not ending before it begins. */
  readonly inside: boolean;
}

/** Weeks of a common term; longer when a window needs it. */
const usualTerm = 21;

/** The last week that the time line shows. */
export function lastWeek(windows: readonly EntryOf['windows'][]): number {
  const ends = windows.flatMap(({ weeks, frame, exceptions = [] }) => [
    weeks.to,
    frame?.to ?? 0,
    ...exceptions.map((it) => it.weeks.to),
  ]);
  return Math.max(usualTerm, ...ends);
}

/** What is drawn for a window: its frame below, then its weeks and those of some schools. */
export function barsOf({ name, weeks, frame, exceptions = [] }: EntryOf['windows']): readonly WeekBar[] {
  const inside = ({ from, to }: Weeks) =>
    from <= to && (frame === undefined || (from >= frame.from && to <= frame.to));
  return [
    ...(frame ? [{ kind: 'frame' as const, name, weeks: frame, inside: frame.from <= frame.to }] : []),
    { kind: 'window', name, weeks, inside: inside(weeks) },
    ...exceptions.map((it) => ({
      kind: 'exception' as const,
      name: it.name,
      weeks: it.weeks,
      inside: inside(it.weeks),
    })),
  ];
}
