import { childrenOf, type ModdleElement, textOf } from '@oneplan/runtime/model/moddle-element.ts';
import type { FlowVariable } from './flow-entry.ts';
import {
  type CreateModdle,
  camundaProperty,
  expressionOf,
  type ModdlePatch,
  withCamundaProperties,
  writtenExpression,
} from './moddle-patch.ts';
import { lengthText, readLength, type TimeLength } from './time-length.ts';

export interface Deadline {
  readonly length: TimeLength;
  /** Its days are working days. */
  readonly working: boolean;
}

const calendar = (working: boolean) => ({ calendar: working ? 'working-days' : undefined });
const countsWorkingDays = (element: ModdleElement) => camundaProperty(element, 'calendar') === 'working-days';

/** Until when a user task is to be done. */
export function readDeadline(task: ModdleElement, variables: readonly FlowVariable[]): Deadline {
  return {
    length: readLength(textOf(task, 'camunda:dueDate'), variables),
    working: countsWorkingDays(task),
  };
}

export function writeDeadline(
  { length, working }: Deadline,
  task: ModdleElement,
  create: CreateModdle,
): ModdlePatch {
  return {
    'camunda:dueDate': lengthText(length),
    ...withCamundaProperties(task, create, calendar(working && length.by !== 'none')),
  };
}

const timerOf = (event: ModdleElement) =>
  childrenOf(event, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:TimerEventDefinition');

/** How long a timer event waits; undefined for an event that is no timer, or one that waits for a date or a cycle. */
export function readTimer(event: ModdleElement, variables: readonly FlowVariable[]): Deadline | undefined {
  const timer = timerOf(event);
  if (!timer || timer.get('timeDate') !== undefined || timer.get('timeCycle') !== undefined) return undefined;
  return {
    length: readLength(expressionOf(timer, 'timeDuration'), variables),
    working: countsWorkingDays(event),
  };
}

/** What is set on the event and on the timer definition in it. */
export function writeTimer(
  { length, working }: Deadline,
  event: ModdleElement,
  create: CreateModdle,
): {
  readonly event: ModdlePatch;
  readonly timer: ModdleElement | undefined;
  readonly definition: ModdlePatch;
} {
  const text = lengthText(length);
  return {
    event: withCamundaProperties(event, create, calendar(working)),
    timer: timerOf(event),
    definition: { timeDuration: text === undefined ? undefined : writtenExpression(create, text) },
  };
}

/** What happens when nobody can be found for a task. */
export const nobodyPractices = ['wait', 'up', 'skip'] as const;
export type NobodyPractice = (typeof nobodyPractices)[number];

export function readNobody(task: ModdleElement): NobodyPractice {
  return nobodyPractices.find((it) => it === camundaProperty(task, 'nobody')) ?? 'wait';
}

export function writeNobody(
  practice: NobodyPractice,
  task: ModdleElement,
  create: CreateModdle,
): ModdlePatch {
  return withCamundaProperties(task, create, { nobody: practice === 'wait' ? undefined : practice });
}
