import dayjs from 'dayjs';
import { boundedDay } from '../day-bound.ts';
import { type FormComponent, objectOf, textOf } from '../definition.ts';
import { boundOf } from '../moment-value.ts';
import type { Check, Rule } from '../rule.ts';

/** Not before the earliest moment; a bound without time of day means the beginning of its day. */
export const minDate: Rule = {
  name: 'minDate',
  compile(component) {
    if (component.type === 'day') return boundedDay(component, 'minDate', (day, bound) => day >= bound);
    return component.type === 'datetime' ? boundedMoment(component) : undefined;
  },
};

function boundedMoment(component: FormComponent): Check | undefined {
  const widget = objectOf(component, 'widget');
  const moment = boundOf(widget, 'minDate');
  if (moment === undefined) return undefined;
  const bound = widget.enableTime ? moment.valueOf() : moment.startOf('day').valueOf();
  const params = { minDate: textOf(widget, 'minDate') };
  return (value) =>
    typeof value === 'string' && value !== '' && !(dayjs(value).valueOf() >= bound) ? params : undefined;
}
