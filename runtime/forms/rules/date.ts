import { NO_PARAMS, type Rule } from '../rule.ts';

/** A date-time must be a moment that exists. */
export const date: Rule = {
  name: 'date',
  compile: (component) =>
    component.type === 'datetime'
      ? (value) =>
          typeof value === 'string' && value !== '' && Number.isNaN(Date.parse(value)) ? NO_PARAMS : undefined
      : undefined,
};
