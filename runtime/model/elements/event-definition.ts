import { childrenOf, idOf, type ModdleElement, typeName } from '../moddle-element.ts';
import type { Report } from '../report.ts';

/** True when the event has no definition; any definition is refused with what to use instead. */
export function isNoneEvent(event: ModdleElement, report: Report): boolean {
  const [definition] = childrenOf(event, 'eventDefinitions');
  if (definition !== undefined) refuseEvent(event, definition, report);
  return definition === undefined;
}

/** The timer definition of an event that has nothing else; otherwise a finding and undefined. */
export function timerDefinitionOf(event: ModdleElement, report: Report): ModdleElement | undefined {
  const [definition, second] = childrenOf(event, 'eventDefinitions');
  if (definition?.$type === 'bpmn:TimerEventDefinition' && second === undefined) return definition;
  refuseEvent(event, second ?? definition, report);
  return undefined;
}

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['startEvent', 'use a plain start event'],
  ['endEvent', 'use a plain end event'],
  ['intermediateCatchEvent', 'use a timer, or a user task that waits for the decision'],
  ['intermediateThrowEvent', 'use a service task with camunda:type="external"'],
  ['boundaryEvent', 'use a timer boundary event'],
]);

function refuseEvent(event: ModdleElement, definition: ModdleElement | undefined, report: Report): void {
  const definitionName = definition === undefined ? 'none' : typeName(definition);
  const advice = ADVICE.get(typeName(event)) ?? 'remove it';
  report.add(
    'unsupported-event',
    { elementId: idOf(event) },
    `The ${typeName(event)} "${idOf(event)}" with definition ${definitionName} is not supported; ${advice}`,
    { type: typeName(event), definition: definitionName, advice },
  );
}
