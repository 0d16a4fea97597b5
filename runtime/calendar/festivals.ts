import { type CalendarDay, dayOf } from './calendar-date.ts';

/**
 * The days off that the law itself gives every year (《全国年节及纪念日放假办法》, 国务院令第795号, in force since
 * 2025-01-01): New Year 1, Spring Festival 4 (New Year's Eve to the third), Tomb-sweeping 1, Labour Day 2,
 * Dragon Boat 1, Mid-autumn 1, National Day 3. A day that falls on a weekend is made up for on the next working day.
 * How a year's holidays are lengthened by moved weekends is announced each November; that is not law and not here.
 */
export function lawfulDaysOff(year: number): ReadonlySet<CalendarDay> {
  const weekends = new Set<CalendarDay>();
  const off = new Set<CalendarDay>();
  for (const festival of Object.values(festivalDays(year)).flat())
    (isWeekend(festival) ? weekends : off).add(festival);
  for (const festival of weekends) {
    let substitute = festival + 1;
    while (isWeekend(substitute) || off.has(substitute)) substitute++;
    off.add(substitute);
    off.add(festival);
  }
  return off;
}

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: CalendarDay) => [0, 6].includes((((day + 4) % 7) + 7) % 7);

/** The festivals of a year by the names under which their arrangement is published. */
export function festivalDays(year: number): Readonly<Record<string, readonly CalendarDay[]>> {
  const on = (monthAndDay: string) => dayOf(`${year}-${monthAndDay}`);
  const newYear = lunarDay(year, 1, 1);
  return {
    元旦: [on('01-01')],
    春节: [newYear - 1, newYear, newYear + 1, newYear + 2],
    清明: [on(`04-0${tombSweepingDay(year)}`)],
    劳动节: [on('05-01'), on('05-02')],
    端午: [lunarDay(year, 5, 5)],
    中秋: [lunarDay(year, 8, 15)],
    国庆节: [on('10-01'), on('10-02'), on('10-03')],
  };
}

/** Day of April of the solar term 清明, by the usual formula for the 21st century. */
function tombSweepingDay(year: number): number {
  const inCentury = year % 100;
  return Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4);
}

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** The day of a year on which a date of the lunar calendar falls; leap months (written `6bis`) hold no festival. */
function lunarDay(year: number, month: number, date: number): CalendarDay {
  const last = dayOf(`${year}-12-31`);
  for (let day = dayOf(`${year}-01-01`); day <= last; day++) {
    const parts = lunar.formatToParts(day * 86_400_000);
    const part = (type: string) => parts.find((found) => found.type === type)?.value;
    if (part('month') === String(month) && part('day') === String(date)) return day;
  }
  throw new RangeError(`The lunar calendar has no day ${month}-${date} in ${year}.`);
}
