import { checkInstant, checkTemplate, isDynamicText } from '../checked-values.ts';
import { parseDuration } from '../iso8601.ts';
import { childOf, flagOf, idOf, type ModdleElement, textOf } from '../moddle-element.ts';
import type { TimerDefinition } from '../process-graph.ts';
import { parseRepetition } from '../repetition.ts';
import type { Report } from '../report.ts';
import type { TriggerReader } from './trigger-reader.ts';

export const timerTrigger: TriggerReader = {
  on: 'timer',
  camunda: [],
  read(event, definition, report) {
    const timer = timerOf(event, definition, report);
    return timer === undefined ? undefined : { on: 'timer', timer };
  },
};

const TIMES = ['timeDuration', 'timeDate', 'timeCycle'] as const;

/** Reads the one time of a timer event: ISO 8601, or an expression that will give it. */
function timerOf(
  event: ModdleElement,
  definition: ModdleElement,
  report: Report,
): TimerDefinition | undefined {
  const elementId = idOf(event);
  const [written, second] = TIMES.filter((name) => bodyOf(definition, name) !== undefined);
  const text = written === undefined ? undefined : bodyOf(definition, written);
  if (written === undefined || text === undefined || second !== undefined) {
    const message = `The timer "${elementId}" needs one of timeDuration, timeDate and timeCycle`;
    report.add('timer-invalid', { elementId }, message, { reason: 'missing' });
    return undefined;
  }
  if (written === 'timeCycle' && !mayRepeat(event)) {
    const message = `The timer "${elementId}" repeats (timeCycle), but it can occur only once; use timeDuration or timeDate`;
    report.add('timer-invalid', { elementId }, message, { reason: 'timeCycle' });
    return undefined;
  }
  if (checkTemplate(text, written, elementId, report) && !isDynamicText(text))
    CHECKS[written](text, event, report);
  if (written === 'timeDuration') return { duration: text };
  return written === 'timeDate' ? { date: text } : { cycle: text };
}

/** Starts and events that interrupt nothing occur again and again; Camunda 7 fires any other only once. */
function mayRepeat(event: ModdleElement): boolean {
  if (event.$type === 'bpmn:BoundaryEvent') return event.get('cancelActivity') === false;
  if (event.$type !== 'bpmn:StartEvent') return false;
  const inEventSubprocess = event.$parent !== undefined && flagOf(event.$parent, 'triggeredByEvent');
  return !inEventSubprocess || event.get('isInterrupting') === false;
}

type Check = (text: string, event: ModdleElement, report: Report) => void;

const CHECKS: Readonly<Record<(typeof TIMES)[number], Check>> = {
  timeDuration(text, event, report) {
    if (parseDuration(text) !== undefined) return;
    const message = `The duration "${text}" of "${idOf(event)}" is not ISO 8601; write P7D, PT2H30M or P2W, for example`;
    report.add('duration-invalid', { elementId: idOf(event) }, message, { value: text });
  },
  timeDate: (text, event, report) => checkInstant(text, 'timeDate', event, report),
  timeCycle(text, event, report) {
    if (parseRepetition(text) !== undefined) return;
    const message = `The repetition "${text}" of "${idOf(event)}" is not ISO 8601; write R3/PT10M (three times), R/P1D (without end) or R2/2026-09-01T08:00:00+08:00/P1D, for example`;
    report.add('timer-invalid', { elementId: idOf(event) }, message, { reason: 'timeCycle', value: text });
  },
};

function bodyOf(definition: ModdleElement, name: string): string | undefined {
  const expression = childOf(definition, name);
  return expression === undefined ? undefined : textOf(expression, 'body');
}
