import { triggerOf } from '../events/event-trigger.ts';
import { childOf, idOf } from '../moddle-element.ts';
import type { CatchTrigger } from '../process-graph.ts';
import type { ElementReader } from './element-reader.ts';

const TYPES: Readonly<Record<CatchTrigger['on'], string>> = {
  timer: 'boundaryTimer',
  message: 'boundaryMessage',
  signal: 'boundarySignal',
  error: 'boundaryError',
  escalation: 'boundaryEscalation',
};

/** BPMN 2.0, table 10.91: an error cancels the activity always, anything else as cancelActivity says. */
export const boundaryEvent: ElementReader = {
  type: 'bpmn:BoundaryEvent',
  camunda: [],
  takesMappings: false,
  read(element, report) {
    const elementId = idOf(element);
    const host = childOf(element, 'attachedToRef');
    if (host === undefined) {
      const message = `The boundary event "${elementId}" is not attached to an activity; attach it to one`;
      report.add('boundary-host', { elementId }, message);
      return undefined;
    }
    const trigger = triggerOf(element, ['timer', 'message', 'signal', 'error', 'escalation'], report);
    if (trigger === undefined) return undefined;
    const interrupting = element.get('cancelActivity') !== false;
    if (!interrupting && trigger.on === 'error') {
      const message = `The error boundary event "${elementId}" does not interrupt; set cancelActivity to true: an error interrupts always`;
      report.add('error-not-interrupting', { elementId }, message);
      return undefined;
    }
    return { kind: 'boundary-event', type: TYPES[trigger.on], attachedTo: idOf(host), interrupting, trigger };
  },
};
