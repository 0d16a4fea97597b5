import { checkExtensions } from '../camunda-attributes.ts';
import { definitionsOf, onlyDefinition, refuseEvent } from '../events/event-definition.ts';
import { thrownError, thrownEscalation, thrownSignal } from '../events/event-result.ts';
import type { EndEventNode } from '../process-graph.ts';
import type { ElementReader } from './element-reader.ts';
import { messageSending } from './external-task.ts';

/** Ends a path: for itself, or with something that others around it catch. */
export const endEvent: ElementReader = {
  type: 'bpmn:EndEvent',
  camunda: [],
  takesMappings: true,
  read(element, report) {
    if (definitionsOf(element).length === 0) return { kind: 'end-event', type: 'noneEndEvent' };
    const definition = onlyDefinition(element, report);
    const end = (type: string, result: EndEventNode['result']) =>
      result === undefined ? undefined : ({ kind: 'end-event', type, result } as const);
    switch (definition?.$type) {
      case undefined:
        return undefined;
      case 'bpmn:TerminateEventDefinition':
        checkExtensions(definition, [], false, report);
        return end('terminateEndEvent', { throws: 'terminate' });
      case 'bpmn:ErrorEventDefinition':
        return end('errorEndEvent', thrownError(element, definition, report));
      case 'bpmn:EscalationEventDefinition':
        return end('escalationEndEvent', thrownEscalation(element, definition, report));
      case 'bpmn:SignalEventDefinition':
        return end('signalEndEvent', thrownSignal(element, definition, report));
      case 'bpmn:MessageEventDefinition':
        return messageSending(element, definition, 'messageEndEvent', report);
      default:
        refuseEvent(element, definition, report);
        return undefined;
    }
  },
};
