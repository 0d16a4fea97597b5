import { templateOf } from '../checked-values.ts';
import { textOf } from '../moddle-element.ts';
import type { ElementReader } from './element-reader.ts';
import { isNoneEvent } from './event-definition.ts';

export const startEvent: ElementReader = {
  type: 'bpmn:StartEvent',
  camunda: ['initiator', 'formKey'],
  takesMappings: false,
  read(element, report) {
    if (!isNoneEvent(element, report)) return undefined;
    const initiator = textOf(element, 'camunda:initiator');
    const formKey = templateOf(element, 'camunda:formKey', report);
    return {
      kind: 'start-event',
      type: 'startEvent',
      ...(initiator !== undefined && { initiator }),
      ...(formKey !== undefined && { formKey }),
    };
  },
};
