import { addDuration, type IsoDuration, parseDuration } from '@oneplan/runtime/model/iso8601.ts';
import { backOff } from './failed-try.ts';

/** Tries of a job before it becomes an incident, unless its element says otherwise. */
const defaultTries = 3;
const repeating = /^R(\d{1,3})\/(P[^/,]+)$/;

interface RetryCycle {
  readonly tries: number;
  readonly intervals: readonly IsoDuration[];
}

/**
 * Reads camunda:failedJobRetryTimeCycle as Camunda 7 does: `R5/PT5M` is 5 tries; `PT10M,PT1H` is one try and one more
 * after each interval. Null for anything else.
 */
export function parseRetryCycle(text: string): RetryCycle | null {
  const [, times, interval] = repeating.exec(text.trim()) ?? [];
  const parts = interval === undefined ? text.split(',') : [interval];
  const intervals = parts.map((part) => parseDuration(part.trim()));
  if (!intervals.every((found) => found !== undefined)) return null;
  const tries = times === undefined ? intervals.length + 1 : Number(times);
  return tries === 0 ? null : { tries, intervals };
}

export interface FailedJob {
  readonly retryCycle: string | null;
  /** Tries that were left when this one began. */
  readonly retries: number;
  readonly errorMessage: string | null;
}

export interface NextTry {
  readonly retriesLeft: number;
  readonly at: number;
}

/** What follows a failed try. The first failure sets the tries that the element's cycle gives. */
export function nextTry(job: FailedJob, now: number): NextTry {
  const cycle = job.retryCycle === null ? null : parseRetryCycle(job.retryCycle);
  if (cycle === null) {
    const retriesLeft = job.retries - 1;
    return { retriesLeft, at: now + backOff(Math.max(1, defaultTries - retriesLeft)) };
  }
  const before = job.errorMessage === null ? cycle.tries : job.retries;
  const last = cycle.intervals.length - 1;
  const interval = cycle.intervals[Math.max(0, Math.min(last, last + 2 - before))];
  return { retriesLeft: before - 1, at: interval ? addDuration(now, interval) : now };
}
