import { dayFieldsOf, readDay } from '../day-value.ts';
import { NO_PARAMS, type Rule } from '../rule.ts';

/** A day must exist in the calendar; parts that are hidden or zero are not looked at. */
export const day: Rule = {
  name: 'day',
  compile(component) {
    if (component.type !== 'day') return undefined;
    const fields = dayFieldsOf(component);
    return (value) => {
      if (typeof value !== 'string' || value === '') return undefined;
      const parts = readDay(fields, value);
      const exists =
        isWithin(parts.month, 12) &&
        isWithin(parts.year, 9999) &&
        isWithin(parts.day, daysIn(parts.month, parts.year));
      return exists ? undefined : NO_PARAMS;
    };
  },
};

const isWithin = (part: number, max: number): boolean => part >= 0 && part <= max;

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 400 === 0 || (year % 100 !== 0 && year % 4 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
