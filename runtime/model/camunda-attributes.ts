import { extensionsOf, type ModdleElement, owningId, typeName } from './moddle-element.ts';
import type { Report } from './report.ts';

/** Extension elements that carry nothing to execute or are read elsewhere. */
const UNDERSTOOD_EXTENSIONS: ReadonlySet<string> = new Set(['camunda:Properties', 'camunda:InputOutput']);

/** What to do instead, for the extensions that authors reach for most. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['class', 'set camunda:type="external" and a topic'],
  ['delegateExpression', 'set camunda:type="external" and a topic'],
  ['expression', 'set camunda:type="external" and a topic'],
  ['formRef', 'set camunda:formKey to the key of the form'],
  ['executionListener', 'remove it and use an external service task'],
  ['taskListener', 'remove it and use an external service task'],
  ['formData', 'set camunda:formKey to the key of the form'],
  ['failedJobRetryTimeCycle', 'set it on each element whose job is to be tried again'],
  ['connector', 'set camunda:type="external" and a topic'],
]);

/**
 * Refuses every camunda attribute and extension element that would mean something on Camunda 7 and is not
 * executed here. Extensions of other namespaces mean nothing on either engine and pass.
 */
export function checkExtensions(
  element: ModdleElement,
  understoodAttributes: readonly string[],
  takesMappings: boolean,
  report: Report,
  understoodExtensions: readonly string[] = [],
): void {
  for (const { ns } of element.$descriptor.properties)
    if (
      ns.prefix === 'camunda' &&
      Object.hasOwn(element, ns.localName) &&
      !understoodAttributes.includes(ns.localName)
    )
      refuse(element, 'unsupported-attribute', `camunda:${ns.localName}`, ns.localName, report);
  for (const extension of extensionsOf(element)) {
    if (!extension.$type.startsWith('camunda:')) continue;
    const understood =
      understoodExtensions.includes(extension.$type) ||
      (UNDERSTOOD_EXTENSIONS.has(extension.$type) &&
        (takesMappings || extension.$type !== 'camunda:InputOutput'));
    if (!understood)
      refuse(element, 'unsupported-extension', `camunda:${typeName(extension)}`, typeName(extension), report);
  }
}

function refuse(
  element: ModdleElement,
  rule: 'unsupported-attribute' | 'unsupported-extension',
  name: string,
  localName: string,
  report: Report,
): void {
  const advice = ADVICE.get(localName) ?? 'remove it';
  const elementId = owningId(element);
  report.add(
    rule,
    { elementId },
    `${name} on ${typeName(element)} "${elementId}" is not supported; ${advice}`,
    { name, type: typeName(element), advice },
  );
}
