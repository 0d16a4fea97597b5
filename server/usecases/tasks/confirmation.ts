import { componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import { arrayOf, isPlainObject } from '@oneplan/runtime/forms/definition.ts';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';

interface Confirmation {
  readonly label: string;
  readonly data: Record<string, unknown>;
}

/** By version of a plan, which never changes: an inbox asks for the same few steps over and over. */
const known = new WeakMap<PublishedBundle, Map<string, Confirmation | null>>();

/**
 * What confirms a task at a step when its form holds nothing else to fill in besides the outcome and the remark; null
 * where it does, or where no outcome confirms. Such tasks can be confirmed together, without opening each.
 */
export function confirmationOf(bundle: PublishedBundle, elementId: string): Confirmation | null {
  const ofBundle = known.get(bundle) ?? new Map<string, Confirmation | null>();
  known.set(bundle, ofBundle);
  const found = ofBundle.get(elementId);
  if (found !== undefined) return found;
  const made = makeConfirmation(bundle, elementId);
  ofBundle.set(elementId, made);
  return made;
}

function makeConfirmation(bundle: PublishedBundle, elementId: string): Confirmation | null {
  const step = bundle.manifest.processes
    .flatMap(({ steps }) => steps)
    .find(({ element }) => element === elementId);
  const form = step?.form && bundle.forms.get(step.form.key);
  const outcome = step?.outcome;
  if (!form || !outcome) return null;
  const inputs = [...walkComponents(componentTree(form.definition))].filter(
    ({ component }) => component.input === true && component.type !== 'button',
  );
  if (inputs.some(({ key }) => key !== outcome.component && key !== outcome.remark)) return null;
  const component = inputs.find(({ key }) => key === outcome.component)?.component;
  const confirming = (component ? arrayOf(component, 'values') : [])
    .filter(isPlainObject)
    .find(({ value }) => outcome.kinds[String(value)] === 'confirm');
  return confirming === undefined
    ? null
    : { label: String(confirming.label), data: { [outcome.component]: String(confirming.value) } };
}
