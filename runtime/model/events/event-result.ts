import { callMappingsOf } from '../call-mappings.ts';
import { checkExtensions } from '../camunda-attributes.ts';
import { templateOf } from '../checked-values.ts';
import { childOf, extensionsOf, idOf, type ModdleElement, textOf } from '../moddle-element.ts';
import type { EndEventNode, ThrowEventNode } from '../process-graph.ts';
import type { Report } from '../report.ts';
import { thrownCode } from './code-trigger.ts';
import { nameOf } from './event-name.ts';

type Thrown<T extends string> = Extract<
  NonNullable<EndEventNode['result'] | ThrowEventNode['result']>,
  { throws: T }
>;

/** Signals have one name for all: what they hand over travels in camunda:in. */
export function thrownSignal(
  event: ModdleElement,
  definition: ModdleElement,
  report: Report,
): Thrown<'signal'> | undefined {
  const elementId = idOf(event);
  checkExtensions(definition, [], false, report, ['camunda:In']);
  const signal = nameOf(event, definition, 'signalRef', report);
  const variables = callMappingsOf(definition, 'camunda:In', elementId, report);
  if (extensionsOf(definition).some((extension) => textOf(extension, 'businessKey') !== undefined)) {
    const message = `The signal of "${elementId}" hands over a business key, which is not supported; hand over a variable`;
    const params = {
      name: 'camunda:in businessKey',
      type: 'signalEventDefinition',
      advice: 'hand over a variable',
    };
    report.add('unsupported-extension', { elementId }, message, params);
  }
  if (signal === undefined) return undefined;
  return { throws: 'signal', signal, ...(variables.length > 0 && { variables }) };
}

export function thrownError(
  event: ModdleElement,
  definition: ModdleElement,
  report: Report,
): Thrown<'error'> | undefined {
  checkExtensions(definition, [], false, report);
  const code = thrownCode(event, definition, 'error', report);
  if (code === undefined) return undefined;
  const thrown = childOf(definition, 'errorRef');
  const message = thrown && templateOf(thrown, 'camunda:errorMessage', report, idOf(event));
  return { throws: 'error', code, ...(message !== undefined && { message }) };
}

export function thrownEscalation(
  event: ModdleElement,
  definition: ModdleElement,
  report: Report,
): Thrown<'escalation'> | undefined {
  checkExtensions(definition, [], false, report);
  const code = thrownCode(event, definition, 'escalation', report);
  return code === undefined ? undefined : { throws: 'escalation', code };
}
