import { AnswerMismatch, ApiProblem, NetworkFailure } from './api-problem.ts';
import { failureTextsEn, problemTextsEn } from './problem-texts.en.ts';
import { failureTextsZh, problemTextsZh } from './problem-texts.zh.ts';

/** i18n namespace of the texts below. */
export const problemNamespace = 'problem';

export const problemResources = {
  'zh-CN': { ...problemTextsZh, failure: failureTextsZh },
  en: { ...problemTextsEn, failure: failureTextsEn },
} as const;

/** `t` bound to {@link problemNamespace}; `sayWhen` writes an instant for people. */
export interface ProblemWords {
  readonly t: (key: string, values?: Record<string, unknown>) => string;
  readonly sayWhen: (instant: string) => string;
}

/** One or more sentences for a person about any error that a call may throw. */
export function problemText(error: unknown, words: ProblemWords): string {
  if (error instanceof ApiProblem) {
    return words.t(error.code, gaps(error, words));
  }
  if (error instanceof NetworkFailure) {
    return words.t('failure.network');
  }
  return words.t(error instanceof AnswerMismatch ? 'failure.mismatch' : 'failure.unknown');
}

/** Seconds to wait before the next attempt, if the server said so. */
export function retryAfterSeconds(error: unknown): number | null {
  const value = error instanceof ApiProblem ? error.detail.retryAfter : undefined;
  return typeof value === 'number' && value > 0 ? Math.ceil(value) : null;
}

function gaps(error: ApiProblem, words: ProblemWords): Record<string, unknown> {
  const { detail } = error;
  const { t } = words;
  switch (error.code) {
    case 'task-already-completed':
      return { by: whoAndWhen(detail, words) };
    case 'throttled':
      return { wait: duration(retryAfterSeconds(error) ?? 60, t) };
    case 'record-cap-reached':
      return { cap: typeof detail.cap === 'number' ? detail.cap : '' };
    case 'payload-too-large':
      return { limit: typeof detail.limit === 'number' ? megabytes(detail.limit) : t('failure.someLimit') };
    case 'media-type-not-allowed':
      return { allowed: t('failure.allowedFiles') };
    case 'validation-failed':
      return { count: Array.isArray(detail.errors) ? detail.errors.length : t('failure.some') };
    default:
      return {};
  }
}

function whoAndWhen(detail: Readonly<Record<string, unknown>>, { t, sayWhen }: ProblemWords): string {
  const { endedBy, endedAt } = detail;
  if (typeof endedBy !== 'string') {
    return t('failure.someone');
  }
  return typeof endedAt === 'string' ? t('failure.byAt', { name: endedBy, at: sayWhen(endedAt) }) : endedBy;
}

/** Whole minutes from two minutes up, seconds below: what a person waits by. */
export function duration(seconds: number, t: ProblemWords['t']): string {
  return seconds >= 120
    ? t('failure.minutes', { count: Math.ceil(seconds / 60) })
    : t('failure.seconds', { count: seconds });
}

function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}
