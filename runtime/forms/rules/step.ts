import { numberOf, objectOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

/** A number must lie on the grid of steps that begins at `min` (or 0). */
export const step: Rule = {
  name: 'step',
  compile(component) {
    const validate = objectOf(component, 'validate');
    const width = numberOf(validate, 'step');
    if (width === undefined || !(width > 0) || component.type !== 'number') return undefined;
    const from = numberOf(validate, 'min') ?? 0;
    const params = { step: width };
    return (value) => {
      if (typeof value !== 'number') return undefined;
      const steps = (value - from) / width;
      return Math.abs(steps - Math.round(steps)) > 1e-9 * Math.max(1, Math.abs(steps)) ? params : undefined;
    };
  },
};
