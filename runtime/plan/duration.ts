import { z } from 'zod';

const pattern =
  /^P(?=\d|T\d)(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;

/**
 * ISO 8601 duration in units of fixed length (weeks, days, hours, minutes, seconds). Years and months are left
 * out: how long they are depends on the date, so that two bounds could not be compared.
 */
export const duration = z
  .string()
  .regex(pattern, { error: 'expected an ISO 8601 duration without years and months, e.g. P7D or PT36H' });

/** Length in milliseconds. Throws on a text that `duration` refuses. */
export function durationMilliseconds(text: string): number {
  const match = pattern.exec(text);
  if (!match) throw new RangeError(`${text} is not a duration such as P7D or PT36H.`);
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0));
  const hour = 3_600_000;
  return (
    (weeks ?? 0) * 7 * 24 * hour +
    (days ?? 0) * 24 * hour +
    (hours ?? 0) * hour +
    (minutes ?? 0) * 60_000 +
    (seconds ?? 0) * 1_000
  );
}
