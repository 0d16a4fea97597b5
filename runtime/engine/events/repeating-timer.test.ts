import { describe, expect, test } from '@jest/globals';
import { graphBeside, NOW, Play } from '../fixtures/play.ts';
import { step } from '../step.ts';

const started = async (processId: string, variables: Record<string, unknown> = {}) => {
  const play = new Play(await graphBeside(import.meta.url, 'repeating-timer.bpmn', processId));
  play.start(variables);
  return play;
};

const HOUR = 3_600_000;
const due = (play: Play) => play.effects.findLast((effect) => effect.type === 'timer-created')?.dueAt;

describe('repeating timer', () => {
  test('occurs as often as it says, each time a token of its own', async () => {
    const play = await started('reminder');
    const tokens = [1, 2, 3].map((hour) => {
      expect(due(play)).toBe(NOW + hour * HOUR);
      play.now = NOW + hour * HOUR;
      const token = play.tokenAt('remind');
      play.pass('remind');
      return token;
    });
    expect(new Set(tokens).size).toBe(3);
    expect(play.waits()).toEqual(['work']);
    play.pass('work');
    expect(play.ended).toBe('completed');
  });

  test('does not drift when it fires late, and leaves out what was missed', async () => {
    const play = await started('reminder');
    play.now = NOW + 2.5 * HOUR;
    play.pass('remind');
    expect(due(play)).toBe(NOW + 3 * HOUR);
  });

  test('is evaluated once and may have no end', async () => {
    const play = await started('endless', { often: 'R/P1D' });
    play.now = NOW + 24 * HOUR;
    play.pass('n-remind');
    expect(play.state?.t.at(-1)).toMatchObject({ e: 'n-remind', r: -1, d: NOW + 48 * HOUR, s: 'R/P1D' });
  });

  test('refuses a repetition that is none', async () => {
    await expect(started('endless', { often: 'daily' })).rejects.toMatchObject({
      code: 'EXPRESSION',
      elementId: 'n-remind',
    });
  });
});

describe('timer of working days', () => {
  test('counts by the calendar that is handed in', async () => {
    const graph = await graphBeside(import.meta.url, 'repeating-timer.bpmn', 'working-days');
    const calendar = {
      addWorkingDays: (instant: number, { days }: { days: number }) => instant + 2 * days * 24 * HOUR,
    };
    const { effects } = step(graph, null, { type: 'start', variables: {} }, { now: NOW, calendar });
    expect(effects.at(-1)).toMatchObject({ type: 'timer-created', dueAt: NOW + 6 * 24 * HOUR });
  });
});
