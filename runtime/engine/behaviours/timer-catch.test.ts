import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play } from '../fixtures/play.ts';

const byDuration = await graphBeside(import.meta.url, 'timer-catch.bpmn', 'by-duration');
const byDate = await graphBeside(import.meta.url, 'timer-catch.bpmn', 'by-date');

describe('timer catch event', () => {
  test('is due a duration after the time of the step, by the calendar', () => {
    const play = new Play(byDuration);
    play.now = Date.UTC(2026, 0, 31, 8);
    expect(play.start({ period: 'P1M' }).at(-1)).toEqual({
      type: 'timer-created',
      token: 2,
      elementId: 'wait',
      dueAt: Date.UTC(2026, 1, 28, 8),
    });
  });

  test('is due at a date with its zone', () => {
    expect(new Play(byDate).start({ opensAt: '2026-10-01T00:00:00+08:00' }).at(-1)).toMatchObject({
      dueAt: Date.UTC(2026, 8, 30, 16),
    });
  });

  test('goes on when it fires, and fires once', () => {
    const play = new Play(byDuration);
    play.start({ period: 'P5D' });
    const effects = play.send({ type: 'fire-timer', token: 2 });
    expect(effects[0]).toEqual({ type: 'timer-ended', token: 2, elementId: 'wait', reason: 'completed' });
    expect(play.ended).toBe('completed');
    expect(() => play.send({ type: 'fire-timer', token: 2 })).toThrow(
      expect.objectContaining({ code: 'TOKEN_GONE' }),
    );
  });

  test.each([[null], [''], ['soon'], [5], ['2026-10-01']])('refuses a duration of %p', (period) => {
    expect(() => new Play(byDuration).start({ period })).toThrow(/timeDuration of "wait"/);
  });
});
