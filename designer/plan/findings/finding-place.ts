import { componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import { isPlainObject, labelOf } from '@oneplan/runtime/forms/definition.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';

/** The component that a finding is about. */
export interface ComponentPlace {
  readonly key: string;
  readonly label: string;
}

/**
 * The innermost component at a place in a form: a definition path (`components[2].validate.custom`), a JSON
 * pointer (`/components/2/key`) or the keys from the root (`basics.title`).
 */
export function componentAt(definition: FormDefinition, place: string): ComponentPlace | null {
  const path = place.startsWith('/') ? definitionPath(place) : place;
  let found: ComponentPlace | null = null;
  for (const node of walkComponents(componentTree(definition)))
    if (isWithin(path, node.definitionPath) || node.keyPath === path || node.dataPath === path)
      found = { key: node.key, label: labelOf(node.component) };
  return found;
}

function definitionPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce(
      (path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`),
      '',
    );
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || (path.startsWith(outer) && /^[.[]/.test(path.slice(outer.length)));
}

/** Names of the elements of a BPMN file by id, as far as they have one; empty when it cannot be read. */
export function elementNames(xml: string, parse: (xml: string) => Document): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const element of parse(xml).querySelectorAll('[id][name]')) {
    const name = element.getAttribute('name')?.trim();
    if (name) names.set(element.getAttribute('id') ?? '', name);
  }
  return names;
}

/** A form from its text; null when it is none. */
export function readForm(text: string): FormDefinition | null {
  try {
    const value: unknown = JSON.parse(text);
    return isPlainObject(value) && Array.isArray(value.components)
      ? (value as unknown as FormDefinition)
      : null;
  } catch {
    return null;
  }
}
