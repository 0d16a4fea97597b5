import { textOf } from '../moddle-element.ts';
import type { ElementReader } from './element-reader.ts';
import { isNoneEvent } from './event-definition.ts';

/** A form on the start event is the server's matter: it is filled before the instance exists. */
export const startEvent: ElementReader = {
  type: 'bpmn:StartEvent',
  camunda: ['initiator', 'formKey'],
  takesMappings: false,
  read(element, report) {
    if (!isNoneEvent(element, report)) return undefined;
    const initiator = textOf(element, 'camunda:initiator');
    return { kind: 'start-event', type: 'startEvent', ...(initiator !== undefined && { initiator }) };
  },
};
