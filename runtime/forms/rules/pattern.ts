import { objectOf, textOf } from '../definition.ts';
import { compilePattern } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/**
 * The whole text must fit the author's pattern, with `^` and `$` put around it as Form.io does: alternatives need
 * brackets. A pattern that cannot be compiled lets nothing pass.
 */
export const pattern: Rule = {
  name: 'pattern',
  compile(component) {
    const source = textOf(objectOf(component, 'validate'), 'pattern');
    if (source === '') return undefined;
    const fits = compilePattern(source);
    const params = { pattern: source };
    return (value) => (typeof value === 'string' && value !== '' && !fits?.(value) ? params : undefined);
  },
};
