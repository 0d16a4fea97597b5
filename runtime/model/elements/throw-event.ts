import { definitionsOf, onlyDefinition, refuseEvent } from '../events/event-definition.ts';
import { thrownEscalation, thrownSignal } from '../events/event-result.ts';
import { linkNameOf } from '../events/link-name.ts';
import type { ThrowEventNode } from '../process-graph.ts';
import type { ElementReader } from './element-reader.ts';
import { messageSending } from './external-task.ts';

/** Throws on the way. Without a definition it marks a milestone and passes on at once. */
export const throwEvent: ElementReader = {
  type: 'bpmn:IntermediateThrowEvent',
  camunda: [],
  takesMappings: true,
  read(element, report) {
    if (definitionsOf(element).length === 0)
      return { kind: 'pass-through', type: 'intermediateNoneThrowEvent' };
    const definition = onlyDefinition(element, report);
    const thrown = (type: string, result: ThrowEventNode['result']) =>
      result === undefined ? undefined : ({ kind: 'throw-event', type, result } as const);
    switch (definition?.$type) {
      case undefined:
        return undefined;
      case 'bpmn:EscalationEventDefinition':
        return thrown('intermediateEscalationThrowEvent', thrownEscalation(element, definition, report));
      case 'bpmn:SignalEventDefinition':
        return thrown('intermediateSignalThrow', thrownSignal(element, definition, report));
      case 'bpmn:LinkEventDefinition': {
        const target = linkNameOf(element, definition, report);
        return thrown('intermediateLinkThrow', target === undefined ? target : { throws: 'link', target });
      }
      case 'bpmn:MessageEventDefinition':
        return messageSending(element, definition, 'intermediateMessageThrowEvent', report);
      default:
        refuseEvent(element, definition, report);
        return undefined;
    }
  },
};
