import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play, summary } from '../fixtures/play.ts';

const started = async (processId: string, variables: Record<string, unknown> = {}) => {
  const play = new Play(await graphBeside(import.meta.url, 'terminate-end-event.bpmn', processId));
  play.start(variables);
  return play;
};

describe('terminate end event', () => {
  test('ends everything in its scope, and the scope as completed', async () => {
    const play = await started('inside');
    expect(summary(play.pass('a'))).toEqual([
      'user-task-ended a completed',
      'activity ended a',
      'flow a.stop',
      'user-task-ended b cancelled',
      'activity canceled b',
      'timer-ended slow cancelled',
      'activity-started stop',
      'activity ended stop',
      'activity ended sub',
      'flow sub.after',
      'activity-started after',
      'user-task-created after',
    ]);
  });

  test('branches that have not begun never begin', async () => {
    const play = await started('pending');
    expect(summary(play.effects)).not.toContain('activity-started p-b');
    expect(play).toMatchObject({ ended: 'completed', state: { t: [] } });
  });
});
