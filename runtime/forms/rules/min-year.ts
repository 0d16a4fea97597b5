import { numberOf, objectOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** Not before the first year. Looks at a day that ends in a year. */
export const minYear: Rule = {
  name: 'minYear',
  compile(component) {
    if (component.type !== 'day') return undefined;
    const inFields = objectOf(objectOf(component, 'fields'), 'year');
    const bound = numberOf(component, 'minYear') || numberOf(inFields, 'minYear');
    if (!bound) return undefined;
    const params = { minYear: bound };
    return (value) => {
      const year = typeof value === 'string' ? /\d{4}$/.exec(value)?.[0] : undefined;
      return year !== undefined && Number(year) < bound ? params : undefined;
    };
  },
};
