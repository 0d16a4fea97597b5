import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play } from '../fixtures/play.ts';

const started = async (processId: string, variables: Record<string, unknown> = {}) => {
  const play = new Play(await graphBeside(import.meta.url, 'signals.bpmn', processId));
  play.start(variables);
  return play;
};

describe('signal', () => {
  test('reaches everything that waits for it in the instance, with what it hands over', async () => {
    const play = await started('everywhere', { grade: 7 });
    expect(play.waits()).toEqual(['after', 'note-s', 'write']);
    expect(play.variables).toEqual({ grade: 7, told: 7 });
    expect(play.effects.filter(({ type }) => type === 'signal-thrown')).toEqual([
      { type: 'signal-thrown', name: 'term closed', variables: { told: 7 } },
    ]);
  });

  test('an event that interrupts nothing waits for it again', async () => {
    const play = await started('everywhere', { grade: 7 });
    play.pass('note-s');
    expect(play.waits()).toEqual(['after', 'note-s', 'write', 'write']);
    for (const elementId of ['write', 'write', 'after']) play.pass(elementId);
    expect(play).toMatchObject({ ended: 'completed', state: { t: [] } });
  });

  test('has the name that it had when the wait began', async () => {
    const play = await started('named', { term: 3 });
    expect(play.effects.find(({ type }) => type === 'subscription-created')).toMatchObject({
      name: 'closed-3',
    });
    play.pass('n-caught');
    expect(play.ended).toBe('completed');
  });

  test('that cancels the subprocess around it goes no further', async () => {
    const play = await started('around');
    expect(play.waits()).toEqual(['a-after']);
  });
});
