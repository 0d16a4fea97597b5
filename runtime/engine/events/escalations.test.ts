import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play } from '../fixtures/play.ts';

const started = async (processId: string, variables: Record<string, unknown> = {}) => {
  const play = new Play(await graphBeside(import.meta.url, 'escalations.bpmn', processId));
  play.start(variables);
  return play;
};

describe('escalation', () => {
  test('begins a path beside the subprocess each time it is raised', async () => {
    const play = await started('beside');
    expect(play.waits()).toEqual(['notify', 'work']);
    expect(play.variables).toEqual({ code: 'LATE' });
    play.pass('work');
    expect(play.waits()).toEqual(['notify', 'notify']);
  });

  test('takes the place of the subprocess when it interrupts', async () => {
    const play = await started('instead');
    expect(play.waits()).toEqual(['i-after']);
  });

  test('of a person leaves the task open unless it interrupts', async () => {
    const play = await started('task');
    play.send({
      type: 'throw-escalation',
      token: play.tokenAt('t-work'),
      code: 'LATE',
      variables: { why: 'ill' },
    });
    expect(play.waits()).toEqual(['t-notify', 't-work']);
    expect(play.variables).toEqual({ why: 'ill' });
  });

  test('of a person is refused when nothing catches it', async () => {
    const play = await started('task');
    expect(() =>
      play.send({ type: 'throw-escalation', token: play.tokenAt('t-work'), code: 'OTHER' }),
    ).toThrow(expect.objectContaining({ code: 'NO_HANDLER', elementId: 't-work' }));
  });
});
