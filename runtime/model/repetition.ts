import { addDuration, type IsoDuration, parseDuration, parseInstant } from './iso8601.ts';

/** A repeating interval, ISO 8601 4.5: Rn/duration, R/duration, Rn/start/duration. */
export interface Repetition {
  /** how often; -1 without end */
  readonly times: number;
  /** ms since 1970; absent: the time at which it is set up */
  readonly start?: number;
  readonly period: IsoDuration;
}

/** One occurrence: when it is due (ms since 1970) and how many come after it; -1 without end. */
export interface Occurrence {
  readonly due: number;
  readonly left: number;
}

/** Adds one period to an instant: by the calendar, or by working days. */
export type AddPeriod = (instant: number, period: IsoDuration) => number;

const REPETITION = /^R(\d{0,6})\/(?:([^/]+)\/)?([^/]+)$/;

/** Undefined when the text is none of the forms, never occurs (R0) or its period is nothing (PT0S). */
export function parseRepetition(text: string): Repetition | undefined {
  const [, times, from, length = ''] = REPETITION.exec(text) ?? [];
  const period = parseDuration(length);
  const start = from === undefined ? undefined : parseInstant(from);
  if (times === undefined || Number(times || 1) === 0 || period === undefined) return undefined;
  if ((from !== undefined && start === undefined) || addDuration(0, period) <= 0) return undefined;
  return { times: times === '' ? -1 : Number(times), ...(start !== undefined && { start }), period };
}

/**
 * The first occurrence after `now`, as Camunda 7 counts: one period from now; with a start that is still to come, at
 * the start and then as many times again. Undefined when all of them are over.
 */
export function firstOccurrence(
  { times, start, period }: Repetition,
  now: number,
  add: AddPeriod = addDuration,
): Occurrence | undefined {
  if (start !== undefined && start > now) return { due: start, left: times };
  return occurrenceAfter({ due: start ?? now, left: times }, period, now, add);
}

/** The occurrence that follows one that is due; those that should have been before `now` are left out, as on Camunda 7. */
export function occurrenceAfter(
  last: Occurrence,
  period: IsoDuration,
  now: number,
  add: AddPeriod = addDuration,
): Occurrence | undefined {
  if (last.due > now) return last;
  let { due, left } = last;
  while (due <= now && left !== 0) {
    due = add(due, period);
    if (left > 0) left -= 1;
  }
  return due > now ? { due, left } : undefined;
}
