import { timerOf } from '../checked-values.ts';
import type { ElementReader } from './element-reader.ts';
import { timerDefinitionOf } from './event-definition.ts';

export const timerCatchEvent: ElementReader = {
  type: 'bpmn:IntermediateCatchEvent',
  camunda: [],
  takesMappings: true,
  read(element, report) {
    const definition = timerDefinitionOf(element, report);
    const timer = definition === undefined ? undefined : timerOf(element, definition, report);
    return timer === undefined
      ? undefined
      : { kind: 'catch-event', type: 'intermediateTimer', trigger: { on: 'timer', timer } };
  },
};
