import { componentTypeOf } from '../component-registry.ts';
import { numberOf, objectOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** At least so many rows in a grid. Authors set it as the grid's `minLength`. */
export const minRows: Rule = {
  name: 'minRows',
  wholeValue: true,
  compile(component) {
    if (componentTypeOf(component.type)?.kind !== 'grid') return undefined;
    const limit = Math.trunc(numberOf(objectOf(component, 'validate'), 'minLength') ?? 0);
    if (limit === 0) return undefined;
    const params = { count: limit };
    return (value) => ((Array.isArray(value) ? value.length : 0) < limit ? params : undefined);
  },
};
