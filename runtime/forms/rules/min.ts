import { numberOf, objectOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** Not less than the bound. Looks at numbers and at text that begins with one. */
export const min: Rule = {
  name: 'min',
  compile(component) {
    const bound = numberOf(objectOf(component, 'validate'), 'min');
    if (bound === undefined) return undefined;
    const params = { min: bound };
    return (value) => {
      const number = typeof value === 'string' ? Number.parseFloat(value) : value;
      return typeof number === 'number' && number < bound ? params : undefined;
    };
  },
};
