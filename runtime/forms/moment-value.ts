import dayjs, { type Dayjs } from 'dayjs';
import type { Json } from './definition.ts';

/** A date bound that an author wrote as a date; `undefined` for none and for anything that is no date. */
export function boundOf(settings: Json, name: string): Dayjs | undefined {
  const value = settings[name];
  if (typeof value !== 'string' || value === '' || value.includes('moment(')) return undefined;
  const moment = dayjs(value);
  return moment.isValid() ? moment : undefined;
}
