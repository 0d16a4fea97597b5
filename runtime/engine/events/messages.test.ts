import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play, summary } from '../fixtures/play.ts';

const played = async (processId: string, startEventId?: string, variables: Record<string, unknown> = {}) => {
  const play = new Play(await graphBeside(import.meta.url, 'messages.bpmn', processId));
  play.send({ type: 'start', variables, ...(startEventId !== undefined && { startEventId }) });
  return play;
};

describe('message', () => {
  test('starts a process at its start event', async () => {
    const play = await played('receive', 's', { class: 'B' });
    expect(play.effects[1]).toMatchObject({ elementId: 's', elementType: 'messageStartEvent' });
  });

  test('a process without a none start event does not start by itself', async () => {
    await expect(played('receive')).rejects.toMatchObject({ code: 'NO_SUCH_START' });
  });

  test('is waited for under the name that its expression gives', async () => {
    const play = await played('receive', 's', { class: 'B' });
    expect(play.effects.filter(({ type }) => type === 'subscription-created')).toMatchObject([
      { elementId: 'wait', on: 'message', name: 'enrolled-B' },
      { elementId: 'gone', on: 'message', name: 'withdrawn' },
      { elementId: 'again', on: 'message', name: 'enrolled' },
    ]);
  });

  test('ends a receive task and the boundary events that waited beside it', async () => {
    const play = await played('receive', 's', { class: 'B' });
    expect(summary(play.pass('wait', { seat: 12 })).slice(0, 5)).toEqual([
      'variables seat',
      'subscription-ended wait completed',
      'activity ended wait',
      'subscription-ended gone cancelled',
      'subscription-ended again cancelled',
    ]);
    expect(play.ended).toBe('completed');
  });

  test('that interrupts nothing may come again and again', async () => {
    const play = await played('receive', 's', { class: 'B' });
    play.pass('again');
    play.pass('again');
    expect(play.waits()).toEqual(['again', 'gone', 'note', 'note', 'wait']);
    play.pass('gone');
    expect(play.waits()).toEqual(['note', 'note']);
  });

  test('brings local variables for the receiving activity alone', async () => {
    const play = await played('receive', 's', { class: 'B' });
    const token = play.tokenAt('wait');
    play.send({ type: 'deliver-message', token, variables: {}, localVariables: { once: true } });
    expect(play.variables).toEqual({ class: 'B' });
  });

  test('cannot be delivered to what waits for something else', async () => {
    const play = await played('receive', 's', { class: 'B' });
    const token = play.tokenAt('wait');
    expect(() => play.send({ type: 'deliver-signal', token, variables: {} })).toThrow(
      expect.objectContaining({ code: 'TOKEN_MISMATCH', elementId: 'wait' }),
    );
  });

  test('is sent by a worker, on the way and at the end', async () => {
    const play = await played('sent');
    expect(play.effects.at(-1)).toMatchObject({ type: 'external-task-created', topic: 'send', priority: 7 });
    play.pass('t-tell');
    expect(summary(play.pass('t-e')).slice(-2)).toEqual(['activity ended t-e', 'instance completed']);
  });
});

describe('link', () => {
  test('goes on at the catch event of its name and leaves no trace in the history', async () => {
    const play = await played('linked');
    expect(summary(play.effects).slice(2)).toEqual([
      'flow l-s.l-out',
      'flow l-in.l-work',
      'activity-started l-work',
      'user-task-created l-work',
    ]);
  });
});
