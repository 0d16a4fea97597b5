import { expect, test } from '@jest/globals';
import type { Notice } from '../../contracts/api/publicity.ts';
import { noticeTime } from './days-left.ts';

const zone = 'Asia/Shanghai';
const notice = (more: Partial<Notice>): Notice => ({
  id: '0b0f3a52-6b7e-4c0e-9f3f-2d1f4f1f0a01',
  heading: '突出表现公示',
  studentName: '林一诺',
  className: '八(3)班',
  audience: { id: '0b0f3a52-6b7e-4c0e-9f3f-2d1f4f1f0a02', name: '八(3)班', kind: 'class' },
  fields: [],
  opensAt: '2026-03-01T00:00:00Z',
  closesAt: '2026-03-06T02:00:00Z',
  closedAt: null,
  state: 'open',
  ...more,
});

test('counts calendar days of the place, whatever the hour', () => {
  expect(noticeTime(notice({}), Date.parse('2026-03-01T15:59:00Z'), zone)).toEqual({
    kind: 'days',
    count: 5,
  });
  expect(noticeTime(notice({}), Date.parse('2026-03-01T16:00:00Z'), zone)).toEqual({
    kind: 'days',
    count: 4,
  });
});

test('says the last day for the last day, also when closing is a little late', () => {
  expect(noticeTime(notice({}), Date.parse('2026-03-06T01:00:00Z'), zone)).toEqual({ kind: 'last-day' });
  expect(noticeTime(notice({}), Date.parse('2026-03-06T05:00:00Z'), zone)).toEqual({ kind: 'last-day' });
});

test('a closed one tells when it ended', () => {
  const closed = notice({ state: 'closed', closedAt: '2026-03-06T02:00:03Z' });
  expect(noticeTime(closed, Date.parse('2026-04-01T00:00:00Z'), zone)).toEqual({
    kind: 'closed',
    at: '2026-03-06T02:00:03Z',
  });
});
