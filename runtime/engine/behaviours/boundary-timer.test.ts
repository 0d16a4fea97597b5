import { describe, expect, test } from '@jest/globals';
import { graphBeside, NOW, Play, summary } from '../fixtures/play.ts';

const HOUR = 3_600_000;
const started = async (processId: string) => {
  const play = new Play(await graphBeside(import.meta.url, 'boundary-timer.bpmn', processId));
  play.start();
  return play;
};

describe('interrupting boundary timer', () => {
  test('is armed with its host and cancelled with it', async () => {
    const play = await started('interrupting');
    expect(play.effects.at(-1)).toEqual({
      type: 'timer-created',
      token: 3,
      elementId: 'late',
      dueAt: NOW + 48 * HOUR,
    });
    expect(summary(play.pass('review'))).toEqual([
      'user-task-ended review completed',
      'activity ended review',
      'timer-ended late cancelled',
      'flow review.e',
      'activity-started e',
      'activity ended e',
      'instance completed',
    ]);
  });

  test('cancels its host and takes its place', async () => {
    const play = await started('interrupting');
    expect(summary(play.pass('late'))).toEqual([
      'timer-ended late completed',
      'user-task-ended review cancelled',
      'activity canceled review',
      'activity-started late',
      'activity ended late',
      'flow late.escalate',
      'activity-started escalate',
      'user-task-created escalate',
    ]);
    play.pass('escalate');
    expect(play.ended).toBe('completed');
  });

  test('a host that was cancelled cannot be completed any more', async () => {
    const play = await started('interrupting');
    play.pass('late');
    expect(() => play.send({ type: 'complete-user-task', token: 2, variables: {} })).toThrow(
      expect.objectContaining({ code: 'TOKEN_GONE' }),
    );
  });
});

describe('non-interrupting boundary timer', () => {
  test('keeps its host and fires once', async () => {
    const play = await started('beside');
    play.pass('b-remind');
    expect(play.waits()).toEqual(['b-late', 'b-notify', 'b-review']);
    play.pass('b-review');
    expect(play.waits()).toEqual(['b-notify']);
    expect(play.ended).toBeUndefined();
    play.pass('b-notify');
    expect(play.ended).toBe('completed');
  });

  test('an interrupting one beside it cancels host and reminder, but not the path already begun', async () => {
    const play = await started('beside');
    play.pass('b-remind');
    play.pass('b-late');
    expect(play.waits()).toEqual(['b-notify']);
    const untouched = await started('beside');
    expect(summary(untouched.pass('b-late')).slice(0, 4)).toEqual([
      'timer-ended b-late completed',
      'timer-ended b-remind cancelled',
      'user-task-ended b-review cancelled',
      'activity canceled b-review',
    ]);
    expect(untouched.ended).toBe('completed');
  });
});

describe('boundary timer on a subprocess', () => {
  test('cancels everything inside, the innermost first', async () => {
    const play = await started('around-subprocess');
    play.pass('a-one');
    expect(play.waits()).toEqual(['a-late', 'a-nudge', 'a-three', 'a-two']);
    expect(summary(play.pass('a-late'))).toEqual([
      'timer-ended a-late completed',
      'activity canceled a-join',
      'user-task-ended a-three cancelled',
      'activity canceled a-three',
      'activity canceled a-inner',
      'timer-ended a-nudge cancelled',
      'user-task-ended a-two cancelled',
      'activity canceled a-two',
      'activity canceled a-sub',
      'activity-started a-late',
      'activity ended a-late',
      'flow a-late.a-escalate',
      'activity-started a-escalate',
      'user-task-created a-escalate',
    ]);
    expect(play.waits()).toEqual(['a-escalate']);
  });

  test('is cancelled when the subprocess ends by itself', async () => {
    const play = await started('around-subprocess');
    play.pass('a-nudge');
    for (const elementId of ['a-three', 'a-two', 'a-one']) play.pass(elementId);
    expect(summary(play.effects)).toContain('timer-ended a-late cancelled');
    expect(play.ended).toBe('completed');
  });
});
