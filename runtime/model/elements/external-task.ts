import { checkExtensions } from '../camunda-attributes.ts';
import { numberOf, templateOf } from '../checked-values.ts';
import { idOf, type ModdleElement, textOf, typeName } from '../moddle-element.ts';
import type { NodeDetails } from '../process-graph.ts';
import type { Report } from '../report.ts';
import type { ElementReader } from './element-reader.ts';

const ATTRIBUTES = ['type', 'topic', 'taskPriority'];

/** A service or send task whose work is done by an external worker that subscribes to its topic. */
const externalTask = (type: string, activityType: string): ElementReader => ({
  type,
  camunda: ATTRIBUTES,
  takesMappings: true,
  read: (element, report) => externalWork(element, element, activityType, report),
});

/** A message that is thrown is sent by a worker: Camunda 7 wants an implementation on its definition. */
export function messageSending(
  event: ModdleElement,
  definition: ModdleElement,
  activityType: string,
  report: Report,
): NodeDetails | undefined {
  checkExtensions(definition, ATTRIBUTES, false, report);
  return externalWork(event, definition, activityType, report);
}

/** Reads type, topic and priority from where Camunda 7 has them: the task, or the definition of a message event. */
function externalWork(
  element: ModdleElement,
  holder: ModdleElement,
  activityType: string,
  report: Report,
): NodeDetails | undefined {
  const elementId = idOf(element);
  if (textOf(holder, 'camunda:type') !== 'external') {
    const message = `The ${typeName(element)} "${elementId}" has no supported implementation; set camunda:type="external" and a topic`;
    report.add('unsupported-element', { elementId }, message, {
      type: typeName(element),
      advice: 'set camunda:type="external" and a topic',
    });
    return undefined;
  }
  const topic = templateOf(holder, 'camunda:topic', report, elementId);
  if (topic === undefined) {
    const message = `The external task "${elementId}" has no topic; set camunda:topic to the worker's topic`;
    report.add('value-missing', { elementId }, message, { attribute: 'camunda:topic' });
    return undefined;
  }
  const priority = numberOf(holder, 'camunda:taskPriority', report, elementId);
  return { kind: 'external-task', type: activityType, topic, ...(priority !== undefined && { priority }) };
}

export const serviceTask = externalTask('bpmn:ServiceTask', 'serviceTask');
export const sendTask = externalTask('bpmn:SendTask', 'sendTask');
