import { NO_PARAMS, type Rule } from '../rule.ts';
import { isUrl } from '../web-address.ts';

/** A web address must be one. */
export const url: Rule = {
  name: 'url',
  compile: (component) =>
    component.type === 'url'
      ? (value) => (typeof value === 'string' && value !== '' && !isUrl(value) ? NO_PARAMS : undefined)
      : undefined,
};
