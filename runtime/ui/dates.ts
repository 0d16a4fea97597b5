/** Says moments the way people do. Pure: now, time zone and words are handed in. */
export const defaultTimeZone = 'Asia/Shanghai';

export interface DateWords {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name; Asia/Shanghai where none is given. */
  readonly timeZone?: string;
  /** `t` of namespace `ui`. */
  readonly t: (key: string, params?: Record<string, string | number>) => string;
}

interface CalendarMoment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly time: string;
  /** Days since 1970-01-01 on the local calendar. */
  readonly dayNumber: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

function calendarMoment(at: number, timeZone: string): CalendarMoment {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const dayNumber = Date.UTC(year, month - 1, day) / 86_400_000;
  return { year, month, day, weekday: (dayNumber + 4) % 7, time: `${parts.hour}:${parts.minute}`, dayNumber };
}

/** Milliseconds of an ISO 8601 string, a Date or milliseconds; NaN for what is none of these. */
export function instantOf(at: string | number | Date): number {
  return typeof at === 'number' ? at : new Date(at).getTime();
}

/** 刚刚, 5 分钟前, 今天 17:00, 昨天 09:30, 8 月 30 日 17:00, 2025 年 8 月 30 日. */
export function sayMoment(
  at: string | number | Date,
  { now, timeZone = defaultTimeZone, t }: DateWords,
): string {
  const instant = instantOf(at);
  if (Number.isNaN(instant)) return '';
  const minutes = Math.round((instant - now) / 60_000);
  if (minutes === 0) return t('date.now');
  if (minutes < 0 && minutes > -60) return t('date.minutesAgo', { n: -minutes });
  if (minutes > 0 && minutes < 60) return t('date.inMinutes', { n: minutes });
  const then = calendarMoment(instant, timeZone);
  const today = calendarMoment(now, timeZone);
  const { year, month, day, time } = then;
  const days = then.dayNumber - today.dayNumber;
  if (days === 0) return t('date.today', { time });
  if (days === -1) return t('date.yesterday', { time });
  if (days === 1) return t('date.tomorrow', { time });
  if (year === today.year) return t('date.sameYear', { month, day, time });
  return t('date.otherYear', { year, month, day });
}

/** How a deadline stands: 今天 17:00 截止, 明天 17:00 截止, 还有 3 天 (calendar days), 逾期 2 天. */
export function sayDue(
  due: string | number | Date,
  { now, timeZone = defaultTimeZone, t }: DateWords,
): string {
  const instant = instantOf(due);
  if (Number.isNaN(instant)) return '';
  if (instant <= now) {
    const late = Math.floor((now - instant) / 86_400_000);
    return late === 0 ? t('date.overdueHours') : t('date.overdueDays', { n: late });
  }
  const then = calendarMoment(instant, timeZone);
  const days = then.dayNumber - calendarMoment(now, timeZone).dayNumber;
  if (days === 0) return t('date.dueToday', { time: then.time });
  if (days === 1) return t('date.dueTomorrow', { time: then.time });
  return t('date.daysLeft', { n: days });
}

/** 2026 年 8 月 30 日 星期日 17:00, for what appears on hover. */
export function sayExactly(
  at: string | number | Date,
  { timeZone = defaultTimeZone, t }: Omit<DateWords, 'now'>,
): string {
  const instant = instantOf(at);
  if (Number.isNaN(instant)) return '';
  const { year, month, day, weekday, time } = calendarMoment(instant, timeZone);
  return t('date.exact', { year, month, day, weekday: t(`date.weekday${weekday}`), time });
}
