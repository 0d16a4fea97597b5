import { templateOf } from '../checked-values.ts';
import { definitionsOf } from '../events/event-definition.ts';
import { triggerOf } from '../events/event-trigger.ts';
import { flagOf, idOf, type ModdleElement, textOf } from '../moddle-element.ts';
import type { CatchTrigger, NodeDetails } from '../process-graph.ts';
import type { Report } from '../report.ts';
import type { ElementReader } from './element-reader.ts';

const TYPES: Readonly<Record<CatchTrigger['on'], string>> = {
  timer: 'startTimerEvent',
  message: 'messageStartEvent',
  signal: 'signalStartEvent',
  error: 'errorStartEvent',
  escalation: 'escalationStartEvent',
};

/**
 * The start of a process: none, message, timer or signal; of an embedded subprocess: none; of an event
 * subprocess: anything that can occur around it.
 */
export const startEvent: ElementReader = {
  type: 'bpmn:StartEvent',
  camunda: ['initiator', 'formKey'],
  takesMappings: false,
  read(element, report) {
    const parent = element.$parent;
    if (parent !== undefined && flagOf(parent, 'triggeredByEvent'))
      return eventSubprocessStart(element, report);
    if (definitionsOf(element).length === 0) return noneStart(element, report);
    const trigger = triggerOf(
      element,
      parent?.$type === 'bpmn:Process' ? ['message', 'timer', 'signal'] : [],
      report,
    );
    return trigger === undefined ? undefined : { kind: 'start-event', type: TYPES[trigger.on], trigger };
  },
};

function noneStart(element: ModdleElement, report: Report): NodeDetails {
  const initiator = textOf(element, 'camunda:initiator');
  const formKey = templateOf(element, 'camunda:formKey', report);
  return {
    kind: 'start-event',
    type: 'startEvent',
    ...(initiator !== undefined && { initiator }),
    ...(formKey !== undefined && { formKey }),
  };
}

/** BPMN 2.0, table 10.86: an error interrupts always. */
function eventSubprocessStart(element: ModdleElement, report: Report): NodeDetails | undefined {
  const trigger = triggerOf(element, ['error', 'escalation', 'message', 'timer', 'signal'], report);
  if (trigger === undefined) return undefined;
  const interrupting = element.get('isInterrupting') !== false;
  if (!interrupting && trigger.on === 'error') {
    const message = `The error start event "${idOf(element)}" does not interrupt; set isInterrupting to true: an error interrupts always`;
    report.add('error-not-interrupting', { elementId: idOf(element) }, message);
    return undefined;
  }
  return { kind: 'start-event', type: TYPES[trigger.on], trigger, interrupting };
}
