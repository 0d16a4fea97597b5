import { isEmail } from '../email-address.ts';
import { NO_PARAMS, type Rule } from '../rule.ts';

/** An e-mail address must be one. */
export const email: Rule = {
  name: 'email',
  compile: (component) =>
    component.type === 'email'
      ? (value) => (typeof value === 'string' && value !== '' && !isEmail(value) ? NO_PARAMS : undefined)
      : undefined,
};
