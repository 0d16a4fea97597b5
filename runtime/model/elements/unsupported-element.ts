import { idOf, type ModdleElement, typeName } from '../moddle-element.ts';
import type { Report } from '../report.ts';

/** Elements without a reader: what to use instead. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['bpmn:ScriptTask', 'use a service task with camunda:type="external"'],
  ['bpmn:BusinessRuleTask', 'use a service task with camunda:type="external"'],
  ['bpmn:ReceiveTask', 'use a user task or a timer'],
  ['bpmn:CallActivity', 'use an embedded subprocess'],
  ['bpmn:Transaction', 'use an embedded subprocess'],
  ['bpmn:AdHocSubProcess', 'use an embedded subprocess'],
  ['bpmn:InclusiveGateway', 'use exclusive and parallel gateways'],
  ['bpmn:ComplexGateway', 'use exclusive and parallel gateways'],
  ['bpmn:EventBasedGateway', 'use a user task with a timer boundary event'],
]);

/** Parts of a diagram that carry nothing to execute. */
export const IGNORED_TYPES: ReadonlySet<string> = new Set([
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

export function refuseElement(element: ModdleElement, report: Report): void {
  const advice = ADVICE.get(element.$type) ?? 'remove it';
  report.add(
    'unsupported-element',
    { elementId: idOf(element) },
    `The ${typeName(element)} "${idOf(element)}" is not supported; ${advice}`,
    { type: typeName(element), advice },
  );
}
