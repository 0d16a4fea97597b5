import { isPlainObject, numberOf, objectOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** At most so many boxes. */
export const maxSelectedCount: Rule = {
  name: 'maxSelectedCount',
  compile(component) {
    const limit = numberOf(objectOf(component, 'validate'), 'maxSelectedCount');
    if (!limit) return undefined;
    const params = { count: limit };
    return (value) => {
      if (!isPlainObject(value)) return undefined;
      const flags = Object.values(value);
      if (!flags.every((flag) => typeof flag === 'boolean')) return undefined;
      const ticked = flags.filter(Boolean).length;
      return ticked > 0 && ticked > limit ? params : undefined;
    };
  },
};
