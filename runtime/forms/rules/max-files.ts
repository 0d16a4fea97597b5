import { numberOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** At most so many files in a field that takes several. Authors set it as the component's `maxFiles`. */
export const maxFiles: Rule = {
  name: 'maxFiles',
  wholeValue: true,
  compile(component) {
    const limit = component.type === 'file' ? Math.trunc(numberOf(component, 'maxFiles') ?? 0) : 0;
    if (limit <= 0) return undefined;
    const params = { count: limit };
    return (value) => (Array.isArray(value) && value.length > limit ? params : undefined);
  },
};
