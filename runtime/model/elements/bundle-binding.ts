import { idOf, type ModdleElement, textOf } from '../moddle-element.ts';
import type { Report } from '../report.ts';

/**
 * What an element calls stands in the same bundle, so `deployment` and `latest` mean the same; a version of its
 * own would let a part of a published plan change and is refused.
 */
export function refuseBinding(
  element: ModdleElement,
  attribute: string,
  what: 'process' | 'decision',
  report: Report,
): void {
  const binding = textOf(element, `camunda:${attribute}`);
  if (binding === undefined || binding === 'deployment' || binding === 'latest') return;
  const elementId = idOf(element);
  const advice = `remove it; the ${what} of the same bundle is meant`;
  const message = `${attribute}="${binding}" of "${elementId}" is not supported; ${advice}`;
  const params = { name: attribute, type: binding, advice };
  report.add('unsupported-attribute', { elementId }, message, params);
}
