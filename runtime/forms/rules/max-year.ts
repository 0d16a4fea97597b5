import { numberOf, objectOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** Not after the last year. Looks at a day that ends in a year. */
export const maxYear: Rule = {
  name: 'maxYear',
  compile(component) {
    if (component.type !== 'day') return undefined;
    const inFields = objectOf(objectOf(component, 'fields'), 'year');
    const bound = numberOf(component, 'maxYear') || numberOf(inFields, 'maxYear');
    if (!bound) return undefined;
    const params = { maxYear: bound };
    return (value) => {
      const year = typeof value === 'string' ? /\d{4}$/.exec(value)?.[0] : undefined;
      return year !== undefined && Number(year) > bound ? params : undefined;
    };
  },
};
