import { checkExtensions } from '../camunda-attributes.ts';
import type { ModdleElement } from '../moddle-element.ts';
import type { CatchTrigger } from '../process-graph.ts';
import type { Report } from '../report.ts';
import { errorTrigger, escalationTrigger } from './code-trigger.ts';
import { onlyDefinition, refuseEvent } from './event-definition.ts';
import { messageTrigger, signalTrigger } from './name-trigger.ts';
import { timerTrigger } from './timer-trigger.ts';
import type { TriggerReader } from './trigger-reader.ts';

const READERS: ReadonlyMap<string, TriggerReader> = new Map([
  ['bpmn:TimerEventDefinition', timerTrigger],
  ['bpmn:MessageEventDefinition', messageTrigger],
  ['bpmn:SignalEventDefinition', signalTrigger],
  ['bpmn:ErrorEventDefinition', errorTrigger],
  ['bpmn:EscalationEventDefinition', escalationTrigger],
]);

/** What an event waits for: its one definition, which must be of a kind that is allowed there. */
export function triggerOf(
  event: ModdleElement,
  allowed: readonly CatchTrigger['on'][],
  report: Report,
): CatchTrigger | undefined {
  const definition = onlyDefinition(event, report);
  if (definition === undefined) return undefined;
  const reader = READERS.get(definition.$type);
  if (reader === undefined || !allowed.includes(reader.on)) {
    refuseEvent(event, definition, report);
    return undefined;
  }
  checkExtensions(definition, reader.camunda, false, report);
  return reader.read(event, definition, report);
}
