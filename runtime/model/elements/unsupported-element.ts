import { idOf, type ModdleElement, typeName } from '../moddle-element.ts';
import type { Report } from '../report.ts';

/** Elements without a reader: what to use instead. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['bpmn:Transaction', 'use an embedded subprocess'],
  ['bpmn:AdHocSubProcess', 'use an embedded subprocess'],
  ['bpmn:ComplexGateway', 'use exclusive, parallel and inclusive gateways'],
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
