import { NO_PARAMS, type Rule } from '../rule.ts';

/** What stands in a number field must be a number. */
export const number: Rule = {
  name: 'number',
  compile: (component) =>
    component.type === 'number'
      ? (value) => (value && !Array.isArray(value) && typeof value !== 'number' ? NO_PARAMS : undefined)
      : undefined,
};
