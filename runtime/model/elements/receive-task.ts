import { nameOf } from '../events/event-name.ts';
import type { ElementReader } from './element-reader.ts';

/** Waits for a message, as a message catch event does. */
export const receiveTask: ElementReader = {
  type: 'bpmn:ReceiveTask',
  camunda: [],
  takesMappings: true,
  read(element, report) {
    const message = nameOf(element, element, 'messageRef', report);
    return message === undefined ? undefined : { kind: 'receive-task', type: 'receiveTask', message };
  },
};
