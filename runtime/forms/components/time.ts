import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import type { ComponentType } from '../component-type.ts';
import { textOf } from '../definition.ts';
import * as expectations from '../expectations.ts';

dayjs.extend(customParseFormat);

/** A time of day, stored in `dataFormat` (`HH:mm:ss`); what stands in the shown `format` is converted. */
export const time: ComponentType = {
  type: 'time',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true }),
  expects: () => expectations.text,
  normalise: (component) => {
    const shown = textOf(component, 'format') || 'HH:mm';
    const stored = textOf(component, 'dataFormat') || 'HH:mm:ss';
    return (value) => {
      if (typeof value !== 'string' || value === '') return value;
      const parsed = dayjs(value, shown, true);
      return parsed.isValid() ? parsed.format(stored) : value;
    };
  },
};
