import { checkExtensions } from './camunda-attributes.ts';
import { checkTemplate } from './checked-values.ts';
import { CONTINUATION_ATTRIBUTES, CONTINUATION_EXTENSIONS, continuationsOf } from './continuations.ts';
import { childOf, flagOf, idOf, type ModdleElement, textOf, typeName } from './moddle-element.ts';
import type { MultiInstance } from './process-graph.ts';
import type { Report } from './report.ts';
import { isVariableName } from './variable-name.ts';

/** Activities that Camunda 7 runs several times; it reads the marker on these only. */
const REPEATABLE: ReadonlySet<string> = new Set([
  'bpmn:Task',
  'bpmn:ManualTask',
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:ScriptTask',
  'bpmn:BusinessRuleTask',
  'bpmn:CallActivity',
  'bpmn:SubProcess',
]);

/** Reads the multi-instance marker of an activity; a wrong one is a finding. */
export function multiInstanceOf(element: ModdleElement, report: Report): { multiInstance?: MultiInstance } {
  const marker = childOf(element, 'loopCharacteristics');
  if (marker === undefined) return {};
  const elementId = idOf(element);
  if (marker.$type !== 'bpmn:MultiInstanceLoopCharacteristics' || !REPEATABLE.has(element.$type)) {
    const message = `The ${typeName(element)} "${elementId}" is a standard loop, which is not supported; use a multi-instance marker or an exclusive gateway that leads back`;
    report.add('unsupported-multi-instance', { elementId }, message, { type: typeName(element) });
    return {};
  }
  if (flagOf(element, 'triggeredByEvent')) {
    const message = `The event subprocess "${elementId}" has a multi-instance marker, but it begins when its start event occurs; put the marker on an activity inside it`;
    report.add('unsupported-multi-instance', { elementId }, message, { type: 'eventSubProcess' });
    return {};
  }
  const attributes = ['collection', 'elementVariable', ...CONTINUATION_ATTRIBUTES];
  checkExtensions(marker, attributes, false, report, CONTINUATION_EXTENSIONS);
  const cardinality = bodyOf(marker, 'loopCardinality');
  const collection = textOf(marker, 'camunda:collection');
  const elementVariable = textOf(marker, 'camunda:elementVariable');
  const completionCondition = bodyOf(marker, 'completionCondition');
  checkParts(elementId, cardinality, collection, elementVariable, completionCondition, report);
  checkOutputs(element, report);
  return {
    multiInstance: {
      sequential: flagOf(marker, 'isSequential'),
      ...(cardinality !== undefined && { cardinality }),
      ...(collection !== undefined && { collection }),
      ...(elementVariable !== undefined && { elementVariable }),
      ...(completionCondition !== undefined && { completionCondition }),
      ...continuationsOf(marker, elementId, report),
    },
  };
}

function checkParts(
  elementId: string,
  cardinality: string | undefined,
  collection: string | undefined,
  elementVariable: string | undefined,
  completionCondition: string | undefined,
  report: Report,
): void {
  if ((cardinality === undefined) === (collection === undefined))
    refuse(elementId, 'loopCardinality or camunda:collection', 'needs one of the two', report);
  if (cardinality !== undefined && !/^\d{1,4}$/.test(cardinality) && !isDynamic(cardinality))
    refuse(
      elementId,
      'loopCardinality',
      `is "${cardinality}"; write a whole number or an expression`,
      report,
    );
  if (elementVariable !== undefined && (collection === undefined || !isVariableName(elementVariable)))
    refuse(elementId, 'camunda:elementVariable', 'needs a collection and the name of a variable', report);
  if (collection !== undefined && !isDynamic(collection) && !isVariableName(collection))
    refuse(elementId, 'camunda:collection', 'is no name of a variable', report);
  for (const [name, text] of Object.entries({ cardinality, collection, completionCondition }))
    if (text !== undefined) checkTemplate(text, name, elementId, report);
}

/** Camunda 7 refuses output parameters here: several instances would write the same variable. */
function checkOutputs(element: ModdleElement, report: Report): void {
  const values = childOf(element, 'extensionElements')?.get('values');
  const mapping = Array.isArray(values)
    ? (values as ModdleElement[]).find(({ $type }) => $type === 'camunda:InputOutput')
    : undefined;
  const outputs = mapping?.get('outputParameters');
  if (!Array.isArray(outputs) || outputs.length === 0) return;
  const reason = 'stands on a multi-instance, where several instances would write it; set a variable instead';
  const message = `The output parameter of "${idOf(element)}" ${reason}`;
  report.add('mapping-invalid', { elementId: idOf(element) }, message, { name: 'outputParameter', reason });
}

function refuse(elementId: string, attribute: string, reason: string, report: Report): void {
  const message = `${attribute} of the multi-instance "${elementId}" ${reason}`;
  report.add('value-invalid', { elementId }, message, { attribute, value: reason });
}

function bodyOf(marker: ModdleElement, name: string): string | undefined {
  const expression = childOf(marker, name);
  return expression === undefined ? undefined : textOf(expression, 'body');
}

function isDynamic(text: string): boolean {
  return text.includes('${') || text.includes('#{');
}
