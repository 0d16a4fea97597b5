import { expect, test } from '@jest/globals';
import { clockTime } from './say-clock.ts';

const now = Date.parse('2026-11-22T10:00:00+08:00');

test('what was saved today is said by the clock of the place, however short ago', () => {
  expect(clockTime('2026-11-22T01:59:30Z', now)).toBe('09:59');
});

test('what was saved on another day, or never, has no time of today', () => {
  expect(clockTime('2026-11-21T15:59:00Z', now)).toBeNull();
  expect(clockTime('soon', now)).toBeNull();
});
