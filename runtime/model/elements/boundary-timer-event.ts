import { timerOf } from '../checked-values.ts';
import { childOf, idOf } from '../moddle-element.ts';
import type { ElementReader } from './element-reader.ts';
import { timerDefinitionOf } from './event-definition.ts';

export const boundaryTimerEvent: ElementReader = {
  type: 'bpmn:BoundaryEvent',
  camunda: [],
  takesMappings: false,
  read(element, report) {
    const host = childOf(element, 'attachedToRef');
    if (host === undefined) {
      const message = `The boundary event "${idOf(element)}" is not attached to an activity; attach it to one`;
      report.add('boundary-host', { elementId: idOf(element) }, message);
      return undefined;
    }
    const definition = timerDefinitionOf(element, report);
    const timer = definition === undefined ? undefined : timerOf(element, definition, report);
    if (timer === undefined) return undefined;
    return {
      kind: 'boundary-event',
      type: 'boundaryTimer',
      attachedTo: idOf(host),
      interrupting: element.get('cancelActivity') !== false,
      trigger: { on: 'timer', timer },
    };
  },
};
