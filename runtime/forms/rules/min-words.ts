import { numberOf, objectOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** At least so many words, where there is any text. Words are what stands between white space. */
export const minWords: Rule = {
  name: 'minWords',
  compile(component) {
    const limit = Math.trunc(numberOf(objectOf(component, 'validate'), 'minWords') ?? 0);
    if (limit === 0) return undefined;
    const params = { length: limit };
    return (value) =>
      typeof value === 'string' && value !== '' && value.trim().split(/\s+/).length < limit
        ? params
        : undefined;
  },
};
