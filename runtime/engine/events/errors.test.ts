import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play, summary } from '../fixtures/play.ts';

const started = async (processId: string, variables: Record<string, unknown> = {}) => {
  const play = new Play(await graphBeside(import.meta.url, 'errors.bpmn', processId));
  play.start(variables);
  return play;
};

const thrown = (play: Play, elementId: string, code: string, message?: string) =>
  play.send({
    type: 'throw-error',
    token: play.tokenAt(elementId),
    code,
    ...(message !== undefined && { message }),
  });

describe('error', () => {
  test('is caught by the boundary event with its code, before one that catches all', async () => {
    const play = await started('boundary');
    expect(summary(thrown(play, 'check', 'REJECTED')).slice(0, 3)).toEqual([
      'user-task-ended check cancelled',
      'activity canceled check',
      'activity-started rejected-b',
    ]);
    expect(play.waits()).toEqual(['repair']);
  });

  test('any other is caught by the one without a code, whose variables take code and message', async () => {
    const play = await started('boundary');
    play.send({ type: 'throw-error', token: 2, code: 'OTHER', message: 'no seal', variables: { page: 3 } });
    expect(play).toMatchObject({ variables: { code: 'OTHER', text: 'no seal', page: 3 } });
    expect(play.waits()).toEqual(['read']);
  });

  test('goes out through subprocesses, which are cancelled from the inside', async () => {
    const play = await started('outwards', { who: 'the school' });
    expect(summary(play.pass('o-work')).slice(3)).toEqual([
      'activity-started o-fail',
      'activity canceled o-fail',
      'activity canceled o-inner',
      'activity canceled o-outer',
      'activity-started o-caught',
      'activity ended o-caught',
      'flow o-caught.o-after',
      'activity-started o-after',
      'user-task-created o-after',
    ]);
  });

  test('an event subprocess catches before the boundary, and not what is thrown inside it', async () => {
    const play = await started('again', { who: 'the school' });
    play.pass('g-work');
    expect(play.waits()).toEqual(['g-mend']);
    play.pass('g-mend');
    expect(play).toMatchObject({
      ended: 'completed',
      variables: { code: 'REJECTED', text: 'by the school' },
    });
  });

  test('goes out of a called process, whose results are handed over before', async () => {
    const called = await graphBeside(import.meta.url, 'errors.bpmn', 'called');
    const caller = await graphBeside(import.meta.url, 'errors.bpmn', 'caller');
    const play = new Play(caller, { calledProcess: (key) => (key === 'called' ? called : undefined) });
    play.start();
    play.pass('q-work', { page: 3, who: 'the school' });
    expect(play).toMatchObject({
      ended: 'completed',
      variables: { reached: 3, code: 'REJECTED', text: 'by the school' },
    });
  });

  test('that nothing catches ends its token as a none end event', async () => {
    const play = await started('uncaught');
    expect(summary(thrown(play, 'u-work', 'OTHER'))).toEqual([
      'external-task-ended u-work cancelled',
      'activity ended u-work',
    ]);
    expect(play.waits()).toEqual(['u-other']);
    thrown(play, 'u-other', 'OTHER');
    expect(play.ended).toBe('completed');
  });

  test('cannot be thrown at a task that is gone', async () => {
    const play = await started('boundary');
    play.pass('check');
    expect(() => play.send({ type: 'throw-error', token: 2, code: 'REJECTED' })).toThrow(
      expect.objectContaining({ code: 'TOKEN_GONE' }),
    );
  });
});
