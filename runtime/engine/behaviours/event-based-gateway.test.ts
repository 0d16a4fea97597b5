import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play, summary } from '../fixtures/play.ts';

const started = async (processId: string, variables: Record<string, unknown> = {}) => {
  const play = new Play(await graphBeside(import.meta.url, 'event-based-gateway.bpmn', processId));
  play.start(variables);
  return play;
};

describe('event-based gateway', () => {
  test('waits for all events behind it', async () => {
    const play = await started('first');
    expect(play.waits()).toEqual(['message', 'signal', 'timer']);
    expect(play.state?.t.filter((token) => token.h === undefined)).toEqual([{ i: 2, e: 'wait' }]);
  });

  test('the first event takes its place; the others are given up', async () => {
    const play = await started('first');
    expect(summary(play.pass('message', { grade: 7 }))).toEqual([
      'variables grade',
      'subscription-ended message completed',
      'timer-ended timer cancelled',
      'subscription-ended signal cancelled',
      'activity canceled wait',
      'activity-started message',
      'activity ended message',
      'flow message.after',
      'activity-started after',
      'user-task-created after',
    ]);
    expect(play.waits()).toEqual(['after']);
  });
});
