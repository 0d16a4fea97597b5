import type { ElementReader } from './element-reader.ts';
import { isNoneEvent } from './event-definition.ts';

/** An intermediate throw event without a definition marks a milestone and passes on at once. */
export const noneThrowEvent: ElementReader = {
  type: 'bpmn:IntermediateThrowEvent',
  camunda: [],
  takesMappings: true,
  read: (element, report) =>
    isNoneEvent(element, report) ? { kind: 'pass-through', type: 'intermediateNoneThrowEvent' } : undefined,
};
