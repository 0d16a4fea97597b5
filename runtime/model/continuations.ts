import { parseDuration } from './iso8601.ts';
import { extensionsOf, type ModdleElement, textOf } from './moddle-element.ts';
import type { Report } from './report.ts';

/** camunda attributes and extension elements of a save point. */
export const CONTINUATION_ATTRIBUTES: readonly string[] = ['asyncBefore', 'asyncAfter', 'async', 'exclusive'];
export const CONTINUATION_EXTENSIONS: readonly string[] = ['camunda:FailedJobRetryTimeCycle'];

export interface Continuations {
  readonly asyncBefore?: boolean;
  readonly asyncAfter?: boolean;
  readonly exclusive?: boolean;
  readonly retryCycle?: string;
}

/** Reads where jobs continue an activity and how often they are tried (camunda:async is the old asyncBefore). */
export function continuationsOf(element: ModdleElement, elementId: string, report: Report): Continuations {
  const retryCycle = retryCycleOf(element, elementId, report);
  return {
    ...((element.get('camunda:asyncBefore') === true || element.get('camunda:async') === true) && {
      asyncBefore: true,
    }),
    ...(element.get('camunda:asyncAfter') === true && { asyncAfter: true }),
    ...(element.get('camunda:exclusive') === false && { exclusive: false }),
    ...(retryCycle !== undefined && { retryCycle }),
  };
}

const REPETITION = /^R(\d{1,4})\/(.+)$/;

/** R5/PT5M, or intervals separated by commas (PT1M,PT5M,PT1H); one interval is tried once more. */
function retryCycleOf(element: ModdleElement, elementId: string, report: Report): string | undefined {
  const extension = extensionsOf(element).find(({ $type }) => $type === 'camunda:FailedJobRetryTimeCycle');
  const text = extension === undefined ? undefined : textOf(extension, 'body');
  if (text === undefined || text.includes('${') || text.includes('#{')) return text;
  const intervals = REPETITION.test(text) ? [REPETITION.exec(text)?.[2] ?? ''] : text.split(',');
  if (intervals.every((interval) => parseDuration(interval.trim()) !== undefined)) return text;
  const message = `failedJobRetryTimeCycle of "${elementId}" is "${text}"; write R5/PT5M or PT1M,PT5M,PT1H, for example`;
  report.add('value-invalid', { elementId }, message, { attribute: 'failedJobRetryTimeCycle', value: text });
  return undefined;
}
