import { numberOf, templateOf } from '../checked-values.ts';
import { idOf, textOf, typeName } from '../moddle-element.ts';
import type { ElementReader } from './element-reader.ts';

/** A service or send task whose work is done by an external worker that subscribes to its topic. */
const externalTask = (type: string, activityType: string): ElementReader => ({
  type,
  camunda: ['type', 'topic', 'taskPriority'],
  takesMappings: true,
  read(element, report) {
    const elementId = idOf(element);
    if (textOf(element, 'camunda:type') !== 'external') {
      const message = `The ${typeName(element)} "${elementId}" has no supported implementation; set camunda:type="external" and a topic`;
      report.add('unsupported-element', { elementId }, message, {
        type: typeName(element),
        advice: 'set camunda:type="external" and a topic',
      });
      return undefined;
    }
    const topic = templateOf(element, 'camunda:topic', report);
    if (topic === undefined) {
      const message = `The external task "${elementId}" has no topic; set camunda:topic to the worker's topic`;
      report.add('value-missing', { elementId }, message, { attribute: 'camunda:topic' });
      return undefined;
    }
    const priority = numberOf(element, 'camunda:taskPriority', report);
    return { kind: 'external-task', type: activityType, topic, ...(priority !== undefined && { priority }) };
  },
});

export const serviceTask = externalTask('bpmn:ServiceTask', 'serviceTask');
export const sendTask = externalTask('bpmn:SendTask', 'sendTask');
