import { describe, expect, test } from '@jest/globals';
import { graphBeside, NOW, Play, summary } from '../fixtures/play.ts';

const started = async (processId: string, variables: Record<string, unknown> = {}) => {
  const play = new Play(await graphBeside(import.meta.url, 'event-subprocesses.bpmn', processId));
  play.start(variables);
  return play;
};

const HOUR = 3_600_000;

describe('event subprocess', () => {
  test('waits from the start of its scope and ends with it', async () => {
    const play = await started('process');
    expect(summary(play.effects).slice(0, 3)).toEqual([
      'subscription-created stop-s',
      'timer-created remind-s',
      'activity-started s',
    ]);
    play.pass('a');
    expect(summary(play.pass('b')).slice(-3)).toEqual([
      'subscription-ended stop-s cancelled',
      'timer-ended remind-s cancelled',
      'instance completed',
    ]);
    expect(play.state?.t).toEqual([]);
  });

  test('cancels what runs in its scope, and every other event that waits there', async () => {
    const play = await started('process');
    expect(summary(play.pass('stop-s', { why: 'closed' }))).toEqual([
      'variables why',
      'subscription-ended stop-s completed',
      'user-task-ended b cancelled',
      'activity canceled b',
      'user-task-ended a cancelled',
      'activity canceled a',
      'timer-ended remind-s cancelled',
      'activity-started stop',
      'activity-started stop-s',
      'activity ended stop-s',
      'flow stop-s.tidy',
      'activity-started tidy',
      'user-task-created tidy',
    ]);
    play.pass('tidy');
    expect(play.ended).toBe('completed');
  });

  test('lets the subprocess around it end as usual, without its boundary events (as Camunda 7)', async () => {
    const play = await started('sub');
    play.pass('i-stop-s');
    expect(play.waits()).toEqual(['i-tidy']);
    expect(summary(play.pass('i-tidy'))).toContain('activity ended i-sub');
  });

  test('that interrupts nothing runs beside the rest and keeps its scope alive', async () => {
    const play = await started('beside');
    play.pass('b-note-s');
    play.pass('b-note-s');
    play.pass('b-work');
    expect(play.waits()).toEqual(['b-note-s', 'b-write', 'b-write']);
    play.pass('b-write');
    play.pass('b-write');
    expect(play).toMatchObject({ ended: 'completed', state: { t: [] } });
  });

  test('of a repeating timer begins at each of its times', async () => {
    const play = await started('process');
    for (const hour of [1, 2]) {
      expect(play.effects.findLast(({ type }) => type === 'timer-created')).toMatchObject({
        dueAt: NOW + hour * HOUR,
      });
      play.now = NOW + hour * HOUR;
      play.pass('remind-s');
    }
    expect(play.waits()).toEqual(['a', 'b', 'stop-s']);
  });
});
