import { checkTemplate } from '../checked-values.ts';
import { childOf, idOf, type ModdleElement, textOf, typeName } from '../moddle-element.ts';
import type { Report } from '../report.ts';

/**
 * The name of the message or signal that an element refers to, a text that may hold `${…}`. Nothing could ever
 * be delivered to an event without one, so that is a finding.
 */
export function nameOf(
  element: ModdleElement,
  holder: ModdleElement,
  reference: 'messageRef' | 'signalRef',
  report: Report,
): string | undefined {
  const referred = childOf(holder, reference);
  const name = referred === undefined ? undefined : textOf(referred, 'name');
  const elementId = idOf(element);
  const what = reference === 'messageRef' ? 'message' : 'signal';
  if (name === undefined) {
    const message = `The ${typeName(element)} "${elementId}" refers to no ${what} with a name; add a ${what} and set ${reference}`;
    report.add('value-missing', { elementId }, message, { attribute: reference });
    return undefined;
  }
  return checkTemplate(name, `the name of the ${what}`, elementId, report) ? name : undefined;
}
