import { isPlainObject, objectOf } from '../definition.ts';
import { optionsOf } from '../options.ts';
import { NO_PARAMS, type Rule } from '../rule.ts';

/** Only what the author offers may be chosen. */
export const onlyAvailableItems: Rule = {
  name: 'onlyAvailableItems',
  compile(component) {
    if (!objectOf(component, 'validate').onlyAvailableItems) return undefined;
    const options = optionsOf(component);
    if (options === undefined) return undefined;
    if (component.type === 'selectboxes') {
      const names = new Set(options.map(String));
      return (value) =>
        isPlainObject(value) && Object.keys(value).some((name) => !names.has(name)) ? NO_PARAMS : undefined;
    }
    const scalars = new Set(options.filter((option) => !isPlainObject(option)).map(String));
    const objects = new Set(options.filter(isPlainObject).map((option) => JSON.stringify(option)));
    return (value) => {
      if (value === null || value === undefined || value === '') return undefined;
      if (Array.isArray(value)) return value.length === 0 ? undefined : NO_PARAMS;
      if (isPlainObject(value)) {
        return Object.keys(value).length === 0 || objects.has(JSON.stringify(value)) ? undefined : NO_PARAMS;
      }
      return scalars.has(String(value)) ? undefined : NO_PARAMS;
    };
  },
};
