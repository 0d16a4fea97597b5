import type { ComponentType } from '../component-type.ts';
import { textOf } from '../definition.ts';

/** Free key words, stored as one text or as a list by `storeas`. */
export const tags: ComponentType = {
  type: 'tags',
  kind: 'value',
  multiplicity: (component) => ({ listIsValue: component.storeas !== 'string', nestedLists: true }),
  expects: () => ({
    name: 'text',
    accepts: (value) =>
      typeof value === 'string' || (Array.isArray(value) && value.every((tag) => typeof tag === 'string')),
  }),
  normalise: (component) => {
    const delimiter = textOf(component, 'delimeter') || ',';
    const asText = !Object.hasOwn(component, 'storeas') || component.storeas === 'string';
    const asList = component.storeas === 'array';
    return (value) => {
      if (asText && Array.isArray(value)) return value.join(delimiter);
      if (asList && typeof value === 'string') return value.split(delimiter).filter((tag) => tag !== '');
      return value;
    };
  },
};
