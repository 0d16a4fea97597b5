import { templateOf } from '../checked-values.ts';
import { idOf, type ModdleElement, textOf } from '../moddle-element.ts';
import type { BusinessRuleTaskNode } from '../process-graph.ts';
import type { Report } from '../report.ts';
import { refuseBinding } from './bundle-binding.ts';
import type { ElementReader } from './element-reader.ts';
import { resultVariableOf } from './result-variable.ts';

const MAPPINGS: readonly BusinessRuleTaskNode['mapResult'][] = [
  'singleEntry',
  'singleResult',
  'collectEntries',
  'resultList',
];

/** Evaluates a decision of the same bundle. */
export const businessRuleTask: ElementReader = {
  type: 'bpmn:BusinessRuleTask',
  camunda: ['decisionRef', 'decisionRefBinding', 'mapDecisionResult', 'resultVariable'],
  takesMappings: true,
  read(element, report) {
    const elementId = idOf(element);
    refuseBinding(element, 'decisionRefBinding', 'decision', report);
    const decision = templateOf(element, 'camunda:decisionRef', report);
    if (decision === undefined) {
      const message = `The business rule task "${elementId}" names no decision; set camunda:decisionRef to the id of a decision`;
      report.add('value-missing', { elementId }, message, { attribute: 'camunda:decisionRef' });
      return undefined;
    }
    return {
      kind: 'business-rule-task',
      type: 'businessRuleTask',
      decision,
      mapResult: mappingOf(element, report),
      ...resultVariableOf(element, report),
    };
  },
};

function mappingOf(element: ModdleElement, report: Report): BusinessRuleTaskNode['mapResult'] {
  const text = textOf(element, 'camunda:mapDecisionResult') ?? 'resultList';
  const mapping = MAPPINGS.find((name) => name === text);
  if (mapping !== undefined) return mapping;
  const message = `mapDecisionResult of "${idOf(element)}" is "${text}"; write ${MAPPINGS.join(', ')}`;
  const params = { attribute: 'mapDecisionResult', value: text };
  report.add('value-invalid', { elementId: idOf(element) }, message, params);
  return 'resultList';
}
