import { definitionsOf } from '../events/event-definition.ts';
import { triggerOf } from '../events/event-trigger.ts';
import { linkNameOf } from '../events/link-name.ts';
import type { CatchTrigger } from '../process-graph.ts';
import type { ElementReader } from './element-reader.ts';

const TYPES: Readonly<Partial<Record<CatchTrigger['on'], string>>> = {
  timer: 'intermediateTimer',
  message: 'intermediateMessageCatch',
  signal: 'intermediateSignalCatch',
};

/** Waits for a time, a message or a signal; a link only takes up the path of its link throw events. */
export const catchEvent: ElementReader = {
  type: 'bpmn:IntermediateCatchEvent',
  camunda: [],
  takesMappings: true,
  read(element, report) {
    const [definition, second] = definitionsOf(element);
    if (definition?.$type === 'bpmn:LinkEventDefinition' && second === undefined)
      return linkNameOf(element, definition, report) === undefined
        ? undefined
        : { kind: 'pass-through', type: 'intermediateLinkCatch' };
    const trigger = triggerOf(element, ['timer', 'message', 'signal'], report);
    return trigger && { kind: 'catch-event', type: TYPES[trigger.on] ?? '', trigger };
  },
};
