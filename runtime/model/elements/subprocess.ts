import { extensionsOf, flagOf, idOf } from '../moddle-element.ts';
import type { ElementReader } from './element-reader.ts';

/** An embedded subprocess or an event subprocess; what is inside is read by the compiler, which also fills in `start`. */
export const subprocess: ElementReader = {
  type: 'bpmn:SubProcess',
  camunda: [],
  takesMappings: true,
  read(element, report) {
    if (!flagOf(element, 'triggeredByEvent')) return { kind: 'subprocess', type: 'subProcess', start: '' };
    if (extensionsOf(element).some((extension) => extension.$type === 'camunda:InputOutput')) {
      const elementId = idOf(element);
      const message = `The event subprocess "${elementId}" has input or output parameters, which Camunda 7 refuses; put them on an element inside`;
      const params = {
        name: 'camunda:inputOutput',
        type: 'eventSubProcess',
        advice: 'put them on an element inside',
      };
      report.add('unsupported-extension', { elementId }, message, params);
    }
    return { kind: 'event-subprocess', type: 'subProcess', start: '' };
  },
};
