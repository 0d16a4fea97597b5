import type { Notice } from '../../contracts/api/publicity.ts';

export type NoticeTime =
  | { readonly kind: 'closed'; readonly at: string | null }
  | { readonly kind: 'last-day' }
  | { readonly kind: 'days'; readonly count: number }
  | { readonly kind: 'open' };

/** How long a notice still stands: calendar days of `timeZone` until the day on which it closes. */
export function noticeTime(notice: Notice, now: number, timeZone: string): NoticeTime {
  if (notice.state === 'closed') return { kind: 'closed', at: notice.closedAt ?? notice.closesAt };
  if (notice.closesAt === null) return { kind: 'open' };
  const days = dayNumber(Date.parse(notice.closesAt), timeZone) - dayNumber(now, timeZone);
  return days <= 0 ? { kind: 'last-day' } : { kind: 'days', count: days };
}

function dayNumber(at: number, timeZone: string): number {
  return Date.parse(`${new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)}T00:00:00Z`) / 86_400_000;
}
