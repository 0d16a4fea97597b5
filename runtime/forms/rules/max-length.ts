import { numberOf, objectOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** At most so many characters. A grid's `maxLength` counts rows and is a rule of its own. */
export const maxLength: Rule = {
  name: 'maxLength',
  compile(component) {
    const limit = Math.trunc(numberOf(objectOf(component, 'validate'), 'maxLength') ?? 0);
    if (limit === 0) return undefined;
    const params = { length: limit };
    return (value) =>
      typeof value === 'string' && value !== '' && value.length > limit ? params : undefined;
  },
};
