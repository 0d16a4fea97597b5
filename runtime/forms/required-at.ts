import { type ComponentNode, componentTree } from './component-tree.ts';
import { dataKeyOf, type FormDefinition, objectOf } from './definition.ts';

/**
 * The form as a step asks for it: the components that the step requires are required, on top of those that the form
 * itself requires. Names are keys, or keys from the root without layouts (`items.qty`), as in permissions.
 */
export function requiredAt<D extends FormDefinition>(
  definition: D,
  required: readonly string[] | undefined,
): D {
  if (required === undefined || required.length === 0) return definition;
  // Changed in place: nobody else holds the copy.
  const copy = structuredClone(definition);
  const named = new Set(required);
  const walk = (nodes: readonly ComponentNode[], keys: string) => {
    for (const node of nodes) {
      const holdsData = node.type?.kind !== 'layout' && node.type?.kind !== 'content';
      const own = holdsData ? `${keys}${dataKeyOf(node.component)}` : keys;
      if (holdsData && (named.has(node.key) || named.has(own)))
        Object.assign(node.component, {
          validate: { ...objectOf(node.component, 'validate'), required: true },
        });
      walk(node.children, holdsData ? `${own}.` : keys);
    }
  };
  walk(componentTree(copy), '');
  return copy;
}
