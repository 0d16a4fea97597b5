import type { ElementReader } from './element-reader.ts';
import { isNoneEvent } from './event-definition.ts';

export const endEvent: ElementReader = {
  type: 'bpmn:EndEvent',
  camunda: [],
  takesMappings: true,
  read: (element, report) =>
    isNoneEvent(element, report) ? { kind: 'end-event', type: 'noneEndEvent' } : undefined,
};
