import { NO_PARAMS, type Rule } from '../rule.ts';

/** A file field that does not take several files takes one. */
export const fileCount: Rule = {
  name: 'fileCount',
  wholeValue: true,
  compile: (component) =>
    component.type === 'file' && !component.multiple
      ? (value) => (Array.isArray(value) && value.length > 1 ? NO_PARAMS : undefined)
      : undefined,
};
