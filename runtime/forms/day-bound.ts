import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { dayFieldsOf, isPartialDay } from './day-value.ts';
import { type FormComponent, textOf } from './definition.ts';
import { boundOf } from './moment-value.ts';
import type { Check } from './rule.ts';

dayjs.extend(customParseFormat);

/** The check of a day against the bound that stands under `name`; days with empty parts pass. */
export function boundedDay(
  component: FormComponent,
  name: 'minDate' | 'maxDate',
  holds: (day: number, bound: number) => boolean,
): Check | undefined {
  const moment = boundOf(component, name);
  if (moment === undefined) return undefined;
  const fields = dayFieldsOf(component);
  const format = fields.dayFirst ? 'DD-MM-YYYY' : 'MM-DD-YYYY';
  const bound = moment.startOf('day').valueOf();
  const params = { [name]: textOf(component, name) };
  return (value) => {
    if (typeof value !== 'string' || value === '' || isPartialDay(fields, value)) return undefined;
    return holds(dayjs(value, format).valueOf(), bound) ? undefined : params;
  };
}
