import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play } from '../fixtures/play.ts';

const fork = await graphBeside(import.meta.url, 'conditional-flows.bpmn', 'implicit-fork');
const strict = await graphBeside(import.meta.url, 'conditional-flows.bpmn', 'no-default');

describe('conditional flows out of an activity', () => {
  test.each([
    [true, true, ['a', 'b']],
    [true, false, ['a']],
    [false, true, ['b']],
    [false, false, ['c']],
  ])('wantA %p and wantB %p lead to %p', (wantA, wantB, waits) => {
    const play = new Play(fork);
    play.start();
    play.pass('decide', { wantA, wantB });
    expect(play.waits()).toEqual(waits);
    for (const elementId of waits) play.pass(elementId);
    expect(play.ended).toBe('completed');
  });

  test('refuses the step when no flow can be taken', () => {
    const play = new Play(strict);
    play.start();
    const before = play.state;
    expect(() => play.pass('decide-2', { go: false })).toThrow(
      expect.objectContaining({ code: 'NO_FLOW', elementId: 'decide-2' }),
    );
    expect(play.state).toBe(before);
  });

  test('a condition gives true or false and nothing else', () => {
    const play = new Play(strict);
    play.start();
    expect(() => play.pass('decide-2', { go: 'yes' })).toThrow(/gives string "yes" instead of true or false/);
  });
});
