/** A duration by calendar units, as ISO 8601 writes it; all are whole but the seconds. */
export interface IsoDuration {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const DURATION =
  /^P(?=\d|T\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,10}(?:\.\d{1,9})?)S)?)?$/;
const WEEKS = /^P(\d{1,4})W$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Reads PnYnMnDTnHnMnS or PnW (the forms that Camunda 7 reads); undefined when it is neither.
 * Negative durations are not durations of a timer and are refused.
 */
export function parseDuration(text: string): IsoDuration | undefined {
  const weeks = WEEKS.exec(text)?.[1];
  if (weeks !== undefined) return { ...ZERO, days: Number(weeks) * 7 };
  const found = DURATION.exec(text);
  if (found === null) return undefined;
  const [years, months, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return {
    years: years ?? 0,
    months: months ?? 0,
    days: days ?? 0,
    hours: hours ?? 0,
    minutes: minutes ?? 0,
    seconds: seconds ?? 0,
  };
}

const ZERO: IsoDuration = { years: 0, months: 0, days: 0, hours: 0, minutes: 0, seconds: 0 };

/**
 * Adds a duration to an instant (ms since 1970), by the UTC calendar: years and months first, a day that
 * the month does not have becomes its last (31 January + P1M = 28 or 29 February), the rest as lengths.
 */
export function addDuration(instant: number, duration: IsoDuration): number {
  const date = new Date(instant);
  const month = date.getUTCMonth() + duration.months + duration.years * 12;
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const moved = new Date(instant);
  moved.setUTCDate(1);
  moved.setUTCMonth(month, Math.min(date.getUTCDate(), lastDay));
  const seconds = ((duration.days * 24 + duration.hours) * 60 + duration.minutes) * 60 + duration.seconds;
  return moved.getTime() + Math.round(seconds * 1000);
}

/** Reads a date and time with its zone (Z or ±hh:mm) into ms since 1970; undefined when it is not one. */
export function parseInstant(text: string): number | undefined {
  const found = INSTANT.exec(text);
  if (found === null) return undefined;
  const [, date = '', time = '', seconds = ':00', zone = ''] = found;
  const local = `${date}T${time}${seconds.slice(0, 7)}`;
  const instant = Date.parse(`${local}${zone.replace(/^(.\d{2})(\d{2})$/, '$1:$2')}`);
  if (Number.isNaN(instant)) return undefined;
  const written = Date.parse(`${local}Z`);
  return !Number.isNaN(written) && new Date(written).toISOString().startsWith(date) ? instant : undefined;
}
