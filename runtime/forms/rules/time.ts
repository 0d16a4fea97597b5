import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { textOf } from '../definition.ts';
import { NO_PARAMS, type Rule } from '../rule.ts';

dayjs.extend(customParseFormat);

const DEFAULT_FORMAT = 'HH:mm:ss';
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** A time of day must be one, in the format that it is stored in. */
export const time: Rule = {
  name: 'time',
  compile(component) {
    if (component.type !== 'time') return undefined;
    const format = textOf(component, 'dataFormat') || DEFAULT_FORMAT;
    const isTime =
      format === DEFAULT_FORMAT
        ? (value: string) => CLOCK.test(value)
        : (value: string) => dayjs(value, format, true).isValid();
    return (value) => (typeof value === 'string' && value !== '' && !isTime(value) ? NO_PARAMS : undefined);
  },
};
