import { numberOf, objectOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** At least so many characters, where there is any text. A grid's `minLength` counts rows and is a rule of its own. */
export const minLength: Rule = {
  name: 'minLength',
  compile(component) {
    const limit = Math.trunc(numberOf(objectOf(component, 'validate'), 'minLength') ?? 0);
    if (limit === 0) return undefined;
    const params = { length: limit };
    return (value) =>
      typeof value === 'string' && value !== '' && value.length < limit ? params : undefined;
  },
};
