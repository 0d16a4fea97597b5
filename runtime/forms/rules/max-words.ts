import { numberOf, objectOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** At most so many words. Words are what stands between white space. */
export const maxWords: Rule = {
  name: 'maxWords',
  compile(component) {
    const limit = Math.trunc(numberOf(objectOf(component, 'validate'), 'maxWords') ?? 0);
    if (limit === 0) return undefined;
    const params = { length: limit };
    return (value) =>
      typeof value === 'string' && value.trim().split(/\s+/).length > limit ? params : undefined;
  },
};
