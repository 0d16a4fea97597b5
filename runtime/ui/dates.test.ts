import { describe, expect, test } from '@jest/globals';
import { sayDue, sayExactly, sayMoment } from './dates.ts';
import { createI18n } from './i18n/setup.ts';

const t = createI18n({}).getFixedT('zh-CN', 'ui');
const now = Date.parse('2026-11-22T10:00:00+08:00');
const words = {
  now,
  t: (key: string, params?: Record<string, string | number>) => t(key, params ?? {}),
};

describe('a moment', () => {
  test.each([
    ['2026-11-22T10:00:20+08:00', '刚刚'],
    ['2026-11-22T09:20:00+08:00', '40 分钟前'],
    ['2026-11-22T17:00:00+08:00', '今天 17:00'],
    ['2026-11-21T23:59:00+08:00', '昨天 23:59'],
    ['2026-11-23T00:00:00+08:00', '明天 00:00'],
    ['2026-08-30T17:00:00+08:00', '8 月 30 日 17:00'],
    ['2025-08-30T17:00:00+08:00', '2025 年 8 月 30 日'],
  ])('%s is said as %s', (at, said) => {
    expect(sayMoment(at, words)).toBe(said);
  });

  test('is counted on the calendar of Shanghai, not of UTC', () => {
    expect(sayMoment('2026-11-21T16:30:00Z', words)).toBe('今天 00:30');
    expect(sayMoment('2026-11-21T16:30:00Z', { ...words, timeZone: 'UTC' })).toBe('昨天 16:30');
  });

  test('that is no date says nothing', () => {
    expect(sayMoment('soon', words)).toBe('');
  });
});

describe('a deadline', () => {
  test.each([
    ['2026-11-22T17:00:00+08:00', '今天 17:00 截止'],
    ['2026-11-23T09:00:00+08:00', '明天 09:00 截止'],
    ['2026-11-25T08:00:00+08:00', '还有 3 天'],
    ['2026-11-22T08:00:00+08:00', '逾期不到 1 天'],
    ['2026-11-20T09:00:00+08:00', '逾期 2 天'],
  ])('%s is said as %s', (due, said) => {
    expect(sayDue(due, words)).toBe(said);
  });
});

test('the exact moment names year, weekday and time', () => {
  expect(sayExactly('2026-08-30T17:00:00+08:00', words)).toBe('2026 年 8 月 30 日 星期日 17:00');
});
