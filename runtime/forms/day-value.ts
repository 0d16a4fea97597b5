import { type FormComponent, objectOf, textOf } from './definition.ts';

export type DayPart = 'day' | 'month' | 'year';

/** How a day component writes its value. */
export interface DayFields {
  /** Whether the parts stand as day, month, year. */
  readonly dayFirst: boolean;
  /** The order in which a value with hidden parts is read; browsers of an English locale put the month first. */
  readonly typedDayFirst: boolean;
  readonly hidden: Readonly<Record<DayPart, boolean>>;
  readonly required: Readonly<Record<DayPart, boolean>>;
  readonly defaults: Readonly<Record<DayPart, string>>;
}

export function dayFieldsOf(component: FormComponent): DayFields {
  const fields = objectOf(component, 'fields');
  const flag = (part: DayPart, name: string): boolean => Boolean(objectOf(fields, part)[name]);
  const dayFirst = Boolean(component.dayFirst);
  const hidden = { day: flag('day', 'hide'), month: flag('month', 'hide'), year: flag('year', 'hide') };
  return {
    dayFirst,
    typedDayFirst: component.useLocaleSettings ? false : dayFirst,
    hidden,
    required: {
      day: flag('day', 'required'),
      month: flag('month', 'required'),
      year: flag('year', 'required'),
    },
    defaults: defaultParts(textOf(component, 'defaultValue'), dayFirst, hidden),
  };
}

function defaultParts(value: string, dayFirst: boolean, hidden: DayFields['hidden']): DayFields['defaults'] {
  if (value === '') return { day: '', month: '', year: '' };
  const parts = value.split('/');
  const order = orderOf(dayFirst).filter((part) => parts.length === 3 || !hidden[part]);
  const at = (part: DayPart): string => parts[order.indexOf(part)] ?? '';
  return { day: at('day'), month: at('month'), year: at('year') };
}

const orderOf = (dayFirst: boolean): readonly DayPart[] =>
  dayFirst ? ['day', 'month', 'year'] : ['month', 'day', 'year'];

/** Fills the hidden parts of a typed day from the default value; a full day is left as it is. */
export function normaliseDay(fields: DayFields, value: string): string {
  if (value === '' || /^\d{2}\/\d{2}\/\d{4}$/.test(value)) return value;
  const typed = value.split('/');
  const parts: string[] = [];
  for (const part of orderOf(fields.typedDayFirst)) {
    const text = fields.hidden[part] ? fields.defaults[part] : typed.shift();
    if (text !== '') parts.push(text ?? '');
  }
  return parts.join('/');
}

/** Day, month and year as numbers; a hidden part that is left out is 0, an unreadable one `NaN`. */
export function readDay(fields: DayFields, value: string): Readonly<Record<DayPart, number>> {
  const numbers = value.split('/').map((part) => Number.parseInt(part, 10));
  const order = orderOf(fields.dayFirst).filter((part) => numbers.length === 3 || !fields.hidden[part]);
  const at = (part: DayPart): number => {
    if (numbers.length !== 3 && fields.hidden[part]) return 0;
    return numbers[order.indexOf(part)] ?? Number.NaN;
  };
  return { day: at('day'), month: at('month'), year: at('year') };
}

/** Whether a part of the day is filled with zeros: such a day cannot be compared. */
export function isPartialDay(fields: DayFields, value: string): boolean {
  const parts = value.split('/');
  const order = orderOf(fields.dayFirst);
  return order.some((part, index) => parts[index] === (part === 'year' ? '0000' : '00'));
}
