import { type DayPart, dayFieldsOf, readDay } from '../day-value.ts';
import type { Rule } from '../rule.ts';

const PARTS: readonly DayPart[] = ['day', 'month', 'year'];

/** The parts of a day that are marked as required must be filled in. */
export const requiredDay: Rule = {
  name: 'requiredDay',
  compile(component) {
    if (component.type !== 'day') return undefined;
    const fields = dayFieldsOf(component);
    if (!PARTS.some((part) => fields.required[part])) return undefined;
    return (value) => {
      if (!value) return { part: 'all' };
      if (typeof value !== 'string') return undefined;
      const parts = readDay(fields, value);
      const missing = PARTS.find((part) => fields.required[part] && !parts[part]);
      return missing === undefined ? undefined : { part: missing };
    };
  },
};
