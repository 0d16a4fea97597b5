import { numberOf, objectOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** Not more than the bound. Looks at numbers and at text that begins with one. */
export const max: Rule = {
  name: 'max',
  compile(component) {
    const bound = numberOf(objectOf(component, 'validate'), 'max');
    if (bound === undefined) return undefined;
    const params = { max: bound };
    return (value) => {
      const number = typeof value === 'string' ? Number.parseFloat(value) : value;
      return typeof number === 'number' && number > bound ? params : undefined;
    };
  },
};
