import { childrenOf, idOf, type ModdleElement, typeName } from '../moddle-element.ts';
import type { Report } from '../report.ts';

/** The definitions of an event, those it only refers to among them. */
export function definitionsOf(event: ModdleElement): readonly ModdleElement[] {
  return [...childrenOf(event, 'eventDefinitions'), ...childrenOf(event, 'eventDefinitionRef')];
}

/** The one definition of an event, written inside it; otherwise a finding and undefined. */
export function onlyDefinition(event: ModdleElement, report: Report): ModdleElement | undefined {
  const definitions = definitionsOf(event);
  const [definition] = childrenOf(event, 'eventDefinitions');
  if (definition !== undefined && definitions.length === 1) return definition;
  refuseEvent(event, definitions[1] ?? definitions[0], report);
  return undefined;
}

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['startEvent', 'use a plain start event, or one with a message, a timer or a signal'],
  ['endEvent', 'use a plain end event, or one that terminates or throws an error, an escalation or a signal'],
  ['intermediateCatchEvent', 'use one timer, message, signal or link definition'],
  [
    'intermediateThrowEvent',
    'use a signal, an escalation, a link, or a message with camunda:type="external"',
  ],
  ['boundaryEvent', 'use one timer, message, signal, error or escalation definition'],
]);

/** Names what an event may have instead of the definition that it has (undefined: none at all). */
export function refuseEvent(
  event: ModdleElement,
  definition: ModdleElement | undefined,
  report: Report,
  advice = ADVICE.get(typeName(event)) ?? 'remove it',
): void {
  const definitionName = definition === undefined ? 'none' : typeName(definition);
  report.add(
    'unsupported-event',
    { elementId: idOf(event) },
    `The ${typeName(event)} "${idOf(event)}" with definition ${definitionName} is not supported; ${advice}`,
    { type: typeName(event), definition: definitionName, advice },
  );
}
