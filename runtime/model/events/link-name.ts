import { checkExtensions } from '../camunda-attributes.ts';
import { idOf, type ModdleElement, textOf, typeName } from '../moddle-element.ts';
import type { Report } from '../report.ts';

/** The name that joins link throw events to their link catch event. */
export function linkNameOf(
  event: ModdleElement,
  definition: ModdleElement,
  report: Report,
): string | undefined {
  checkExtensions(definition, [], false, report);
  const name = textOf(definition, 'name');
  if (name !== undefined) return name;
  const elementId = idOf(event);
  const message = `The link of the ${typeName(event)} "${elementId}" has no name; give both ends the same name`;
  report.add('value-missing', { elementId }, message, { attribute: 'name' });
  return undefined;
}
