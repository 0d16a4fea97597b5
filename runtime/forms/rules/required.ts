import { objectOf } from '../definition.ts';
import { presenceOf } from '../presence.ts';
import { NO_PARAMS, type Rule } from '../rule.ts';

/** The field must be filled in. */
export const required: Rule = {
  name: 'required',
  compile(component) {
    if (!objectOf(component, 'validate').required) return undefined;
    const isPresent = presenceOf(component);
    return (value) => (isPresent(value) ? undefined : NO_PARAMS);
  },
};
