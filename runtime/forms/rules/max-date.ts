import dayjs from 'dayjs';
import { boundedDay } from '../day-bound.ts';
import { type FormComponent, objectOf, textOf } from '../definition.ts';
import { boundOf } from '../moment-value.ts';
import type { Check, Rule } from '../rule.ts';

/** Not after the latest moment; a bound without time of day means the end of its day. */
export const maxDate: Rule = {
  name: 'maxDate',
  compile(component) {
    if (component.type === 'day') return boundedDay(component, 'maxDate', (day, bound) => day <= bound);
    return component.type === 'datetime' ? boundedMoment(component) : undefined;
  },
};

function boundedMoment(component: FormComponent): Check | undefined {
  const widget = objectOf(component, 'widget');
  const moment = boundOf(widget, 'maxDate');
  if (moment === undefined) return undefined;
  const bound = widget.enableTime ? moment.valueOf() : moment.endOf('day').valueOf();
  const params = { maxDate: textOf(widget, 'maxDate') };
  return (value) =>
    typeof value === 'string' && value !== '' && !(dayjs(value).valueOf() <= bound) ? params : undefined;
}
