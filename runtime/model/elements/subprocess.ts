import { flagOf, idOf } from '../moddle-element.ts';
import type { ElementReader } from './element-reader.ts';

/** An embedded subprocess; what is inside is read by the compiler, which also fills in `start`. */
export const subprocess: ElementReader = {
  type: 'bpmn:SubProcess',
  camunda: [],
  takesMappings: true,
  read(element, report) {
    if (!flagOf(element, 'triggeredByEvent')) return { kind: 'subprocess', type: 'subProcess', start: '' };
    const elementId = idOf(element);
    const message = `The event subprocess "${elementId}" is not supported; use a timer boundary event`;
    report.add('unsupported-element', { elementId }, message, {
      type: 'eventSubProcess',
      advice: 'use a timer boundary event',
    });
    return undefined;
  },
};
