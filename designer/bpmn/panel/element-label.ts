import type { ModelElement } from 'bpmn-js/lib/Modeler';
import type { TFunction } from 'i18next';

/** bpmn-js's types as officers call them; any other says what it is in general. */
const typeWords = [
  'UserTask',
  'ServiceTask',
  'SendTask',
  'ReceiveTask',
  'ScriptTask',
  'BusinessRuleTask',
  'CallActivity',
  'SubProcess',
  'ExclusiveGateway',
  'InclusiveGateway',
  'ParallelGateway',
  'EventBasedGateway',
  'StartEvent',
  'EndEvent',
  'IntermediateCatchEvent',
  'IntermediateThrowEvent',
  'BoundaryEvent',
  'SequenceFlow',
  'Process',
] as const;

export function typeLabelOf({ type }: Pick<ModelElement, 'type'>, t: TFunction<'flow'>): string {
  const known = typeWords.find((word) => type === `bpmn:${word}`);
  return t(`type.${known ?? 'other'}`);
}

/** What an element is called in a list: by its name, else by what it is and what comes after it. */
export function labelOf(element: ModelElement, t: TFunction<'flow'>): string {
  const { name } = element.businessObject;
  if (name) return name.replace(/\s+/g, ' ');
  const next = (element.outgoing ?? []).find(({ target }) => target?.businessObject.name)?.target;
  const type = typeLabelOf(element, t);
  return next?.businessObject.name ? t('unnamedBefore', { type, next: next.businessObject.name }) : type;
}
